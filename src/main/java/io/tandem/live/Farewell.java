package io.tandem.live;

import io.tandem.live.ServerMessage.Goodbye;
import io.tandem.platform.Settings;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a hub ends: each socket gets the answers it waits for, is told when to come back and is closed. What it says
 * meanwhile is not heard; its client sends it again, under the same operation id, to whoever lets it in next.
 */
final class Farewell {

    private static final long LOOK_MS = 20;

    /** Longer than any command takes that is not stuck. */
    private static final int PATIENCE_MS_MAX = 5_000;

    private static final long SPREAD_MS_MIN = 1_000;
    private static final long SPREAD_MS_MAX = 30_000;

    private final Vertx vertx;
    private final Hub hub;
    private final int patienceMs;
    private boolean begun;
    private long spreadMs;
    private long endsAt;

    Farewell(Vertx vertx, Hub hub, Settings.Shutdown settings) {
        this.vertx = vertx;
        this.hub = hub;
        patienceMs = Math.min(PATIENCE_MS_MAX, settings.drainMs() / 2);
    }

    /** @param loops as many hubs say goodbye at the same time */
    void begin(int loops) {
        begun = true;
        spreadMs = spreadMs((long) loops * hub.connections().size());
        endsAt = System.currentTimeMillis() + patienceMs;
        hub.connections().forEach(Connection::leave);
        vertx.setPeriodic(0, LOOK_MS, timer -> look(System.currentTimeMillis() >= endsAt));
    }

    /** About one socket in a millisecond: whoever takes them in does the work of letting in, and its database too. */
    static long spreadMs(long sockets) {
        return Math.clamp(sockets, SPREAD_MS_MIN, SPREAD_MS_MAX);
    }

    /** A socket that was opened while its server left. */
    void opened(Connection connection) {
        if (begun) connection.leave();
    }

    private void look(boolean isLate) {
        for (Connection connection : List.copyOf(hub.connections())) {
            if (isLate || !connection.isOwed()) part(connection);
        }
    }

    private void part(Connection connection) {
        hub.outbound().send(connection, new Goodbye(ThreadLocalRandom.current().nextLong(spreadMs + 1)));
        hub.close(connection, CloseCode.RESTART);
    }
}
