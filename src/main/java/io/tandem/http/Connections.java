package io.tandem.http;

import io.netty.channel.Channel;
import io.tandem.platform.Settings.Limits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections of one event loop. Closes those that are held and not used: nothing asked for long, a body that does not
 * come. One timer for all of them, which costs an idle one nothing. Sockets look after themselves.
 */
final class Connections {

    private static final long SWEEP_MS = 500;

    private final Limits limits;
    private final Seats seats;
    private final Map<Channel, Visit> visits = new HashMap<>();

    Connections(Vertx vertx, Limits limits, Seats seats) {
        this.limits = limits;
        this.seats = seats;
        vertx.setPeriodic(SWEEP_MS, timer -> sweep(System.currentTimeMillis()));
    }

    /**
     * Vert.x does not tell of the end of a connection that became a WebSocket; its channel does. Whoever waits for that
     * must not hold the connection: with it an idle socket keeps four times as much memory.
     */
    void opened(HttpConnection connection) {
        Channel channel = channel(connection);
        visits.put(channel, new Visit(connection, channel, seats.take(), System.currentTimeMillis()));
        channel.closeFuture().addListener(closed -> {
            seats.leave();
            visits.remove(channel);
        });
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Whether there is room for whoever asks; balancers hear how this instance is in any case. */
    boolean admits(HttpServerRequest request) {
        Visit visit = visits.get(channel(request.connection()));
        if (visit == null) return true;
        visit.begin(request, System.currentTimeMillis());
        if (visit.isSeated()) return true;
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return String.valueOf(request.path()).startsWith("/health");
    }

    private void sweep(long now) {
        for (Visit visit : List.copyOf(visits.values())) if (visit.isOver(limits, now)) visits.remove(visit.channel());
    }
}
