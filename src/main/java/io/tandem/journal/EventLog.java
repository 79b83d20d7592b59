package io.tandem.journal;

import io.tandem.journal.Feed.Page;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** Reads a log, on any connection: inside a snapshot's transaction too. */
public final class EventLog {

    private EventLog() {}

    /** Fails with {@code not_found} where there is no such log. */
    public static Future<Head> head(SqlClient sql, Log log) {
        return JournalStore.head(sql, log)
                .compose(head -> head == null
                        ? Future.failedFuture(Problem.notFound("workspace"))
                        : Future.succeededFuture(head));
    }

    /**
     * The head, then events after a position. What is committed in between shows up as more events, never as fewer.
     *
     * @param limit at most so many events
     */
    public static Future<Page> since(SqlClient sql, Log log, long seq, int limit) {
        return head(sql, log).compose(head -> JournalStore.page(sql, log, head, seq, limit));
    }
}
