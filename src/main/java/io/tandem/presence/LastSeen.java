package io.tandem.presence;

import io.tandem.platform.Rounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Keeps when people were seen last: many in one statement, and none for a heartbeat. State of one context. */
final class LastSeen {

    private static final long PAUSE_MS = 1_000;
    private static final long GIVEN_UP_MS = 10_000;
    private static final long FAREWELL_MS = 2_000;
    private static final int BATCH = 1_000;

    private final Pool pool;
    private final Rounds rounds;
    private final Map<UUID, Instant> unwritten = new HashMap<>();

    LastSeen(Vertx vertx, Pool pool) {
        this.pool = pool;
        rounds = new Rounds(vertx, "When people were seen last", PAUSE_MS, GIVEN_UP_MS, this::write);
    }

    void start() {
        rounds.start();
    }

    void seen(UUID userId, Instant at) {
        unwritten.merge(userId, at, LastSeen::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Future<Void> write() {
        if (unwritten.isEmpty()) return Future.succeededFuture();
        Map<UUID, Instant> batch = take();
        return PersonStore.seen(pool, batch)
                .onFailure(failure -> batch.forEach(this::seen))
                .onSuccess(done -> {
                    if (!unwritten.isEmpty()) rounds.now();
                });
    }

    private Map<UUID, Instant> take() {
        Map<UUID, Instant> batch = new HashMap<>();
        Iterator<Map.Entry<UUID, Instant>> all = unwritten.entrySet().iterator();
        while (all.hasNext() && batch.size() < BATCH) {
            Map.Entry<UUID, Instant> seen = all.next();
            batch.put(seen.getKey(), seen.getValue());
            all.remove();
        }
        return batch;
    }

    /** Writes what is left, where the database takes it: an end must not wait for that, nor fail. */
    Future<Void> stop() {
        return rounds.stop()
                .compose(ended -> unwritten.isEmpty() ? Future.succeededFuture() : PersonStore.seen(pool, unwritten))
                .timeout(FAREWELL_MS, TimeUnit.MILLISECONDS)
                .otherwiseEmpty();
    }
}
