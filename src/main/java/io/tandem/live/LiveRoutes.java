package io.tandem.live;

import io.tandem.accounts.AccountAddresses;
import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Peer;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.platform.Version;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The sockets over HTTP: what an administrator wants to know of them. */
public final class LiveRoutes implements Routes {

    private final Bus bus;
    private final Settings settings;
    private final Meters meters;
    private final LiveMeters live;
    private final Instant startedAt;

    public LiveRoutes(Bus bus, Settings settings, Meters meters, LiveMeters live, Instant startedAt) {
        this.bus = bus;
        this.settings = settings;
        this.meters = meters;
        this.live = live;
        this.startedAt = startedAt;
    }

    @Override
    public void mount(Api api) {
        api.on("getWebsocketStats", request -> admit(request)
                .compose(admin -> bus.ask(Peer.ALL, true))
                .map(this::stats)
                .map(Reply::ok));
    }

    private Future<Void> admit(Request request) {
        return bus.ask(AccountAddresses.IS_ADMIN, request.actor().id()).map(admin -> {
            if (!admin) throw Problem.forbidden("This is for whoever administers this installation.");
            return null;
        });
    }

    private SocketStats stats(List<Peer> instances) {
        String node = settings.node().id();
        return new SocketStats(
                node,
                startedAt,
                Version.CURRENT,
                live.connections(),
                live.subscriptions(),
                live.behind(),
                live.opened(),
                live.closed(),
                live.refused(),
                live.delivered(),
                live.resyncs(),
                DeliveryTimes.of(live.delivery()),
                meters.followed(),
                meters.lag(),
                SocketStats.instances(node, instances));
    }
}
