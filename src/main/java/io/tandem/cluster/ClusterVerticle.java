package io.tandem.cluster;

import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Committed;
import io.tandem.journal.Log;
import io.tandem.platform.Announcement;
import io.tandem.platform.Bus;
import io.tandem.platform.Bus.Abroad;
import io.tandem.platform.Meters;
import io.tandem.platform.Peer;
import io.tandem.platform.Settings;
import io.tandem.platform.SharedTables;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins this instance with the others over Redis; without {@code redis.uri} it only knows itself. One instance. */
public final class ClusterVerticle extends VerticleBase {

    private final Bus bus;
    private final Settings settings;
    private final Meters meters;
    private final List<Announcement<?>> announcements;
    private final Instant startedAt;
    private @Nullable Bridge bridge;

    /**
     * @param startedAt to the millisecond: tells this instance from another one of its name
     * @param announcements what other instances may announce here; all else is passed over
     */
    public ClusterVerticle(
            Bus bus, Settings settings, Meters meters, Instant startedAt, List<Announcement<?>> announcements) {
        this.bus = bus;
        this.settings = settings;
        this.meters = meters;
        this.startedAt = startedAt;
        this.announcements = announcements;
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(Peer.ALL, all -> Future.succeededFuture(peers()));
        if (settings.redis().uris().isEmpty()) return Future.succeededFuture();
        Bridge opened = new Bridge(vertx, bus, settings, startedAt, meters, announcements);
        bridge = opened;
        bus.<Committed>hear(Feed.COMMITTED, committed -> committed.events().forEach(opened::publish));
        bus.<Log>hear(Feed.FOLLOWED, opened::follow);
        bus.<Log>hear(Feed.UNFOLLOWED, opened::unfollow);
        bus.<Abroad>hear(Bus.ABROAD, opened::carry);
        bus.serveQuestions(Feed.RECENT, opened::recent);
        bus.serveQuestions(SharedTables.PUT, opened.tables()::put);
        bus.serveQuestions(SharedTables.REMOVE, opened.tables()::remove);
        bus.serveQuestions(SharedTables.READ, opened.tables()::read);
        vertx.setPeriodic(Pulse.BEAT_MS, timer -> opened.beat(self()));
        opened.open();
        return Future.succeededFuture();
    }

    private Peer self() {
        return new Peer(settings.node().id(), startedAt, meters.connections());
    }

    private List<Peer> peers() {
        List<Peer> all = new ArrayList<>(List.of(self()));
        if (bridge != null) all.addAll(bridge.others());
        return all;
    }

    @Override
    public Future<?> stop() {
        return bridge == null ? Future.succeededFuture() : bridge.close();
    }
}
