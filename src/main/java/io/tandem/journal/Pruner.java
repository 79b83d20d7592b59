package io.tandem.journal;

import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets events and operations that are older than they are kept. Several instances may do it at once. */
final class Pruner {

    private static final Logger logger = LoggerFactory.getLogger(Pruner.class);
    private static final int BATCH = 5_000;

    private final Pool pool;
    private final Settings.Journal keep;

    Pruner(Pool pool, Settings.Journal keep) {
        this.pool = pool;
        this.keep = keep;
    }

    Future<Void> run() {
        Instant operations = Instant.now().minus(Duration.ofDays(keep.operationKeepDays()));
        return events().compose(done -> JournalStore.forgetOperations(pool, operations))
                .onFailure(failure -> logger.warn("Could not forget old events, trying again later", failure));
    }

    private Future<Void> events() {
        if (keep.keepDays() == 0) return Future.succeededFuture();
        return JournalStore.prune(pool, Instant.now().minus(Duration.ofDays(keep.keepDays())), BATCH)
                .compose(gone -> gone == BATCH ? events() : Future.succeededFuture());
    }
}
