package io.tandem.notifications;

import io.tandem.notifications.LogReader.Step;
import io.tandem.platform.Rounds;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds what nobody read because the instance that committed it died, or could not: in the time since everything was known
 * to be read, on whichever instance.
 */
final class Sweep {

    /** A change carries the time it began at, on its instance's clock, and is committed later. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(60);

    /** What has just happened is being read. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Pool pool;
    private final LogReader reader;
    private final NotificationMeters meters;

    Sweep(Pool pool, LogReader reader, NotificationMeters meters) {
        this.pool = pool;
        this.reader = reader;
        this.meters = meters;
    }

    Future<Void> round() {
        Instant until = Instant.now().minus(FRESH);
        return PositionStore.sweptAt(pool)
                .compose(sweptAt -> PositionStore.behind(pool, sweptAt.minus(LOOK_BACK), until))
                .compose(this::readAll)
                .compose(all -> all ? PositionStore.swept(pool, until) : Future.succeededFuture());
    }

    /** Answers whether all have been read to their end. */
    private Future<Boolean> readAll(List<UUID> logs) {
        List<UUID> unread = new ArrayList<>();
        return Rounds.each(logs, log -> {
                    meters.swept();
                    return toItsEnd(log).onSuccess(done -> {
                        if (!done) unread.add(log);
                    });
                })
                .map(done -> unread.isEmpty());
    }

    private Future<Boolean> toItsEnd(UUID log) {
        return reader.step(log)
                .compose(step -> step == Step.MORE ? toItsEnd(log) : Future.succeededFuture(step == Step.DONE));
    }
}
