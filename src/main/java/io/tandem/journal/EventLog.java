package io.tandem.journal;

import io.tandem.journal.Feed.Page;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a log, on any connection: inside a snapshot's transaction too. */
public final class EventLog {

    /** A rare kind of event in a long log: so much is looked through for one page. */
    static final long LOOKED_AT_MAX = 10_000;

    private EventLog() {}

    /** Fails with {@code not_found} where there is no such log. */
    public static Future<Head> head(SqlClient sql, Log log) {
        return JournalStore.head(sql, log).map(EventLog::existing);
    }

    static Head existing(@Nullable Head head) {
        if (head == null) throw Problem.notFound("workspace");
        return head;
    }

    /**
     * The head, then events after a position. What is committed in between shows up as more events, never as fewer.
     *
     * @param limit at most so many events
     */
    public static Future<Page> since(SqlClient sql, Log log, long seq, int limit) {
        return head(sql, log).compose(head -> JournalStore.page(sql, log, head, seq, limit));
    }

    /**
     * A page of the past, the newest first, as far back as it is kept. It may have fewer events than fit, and still go on:
     * no page looks through more than {@value #LOOKED_AT_MAX} numbers of a log.
     */
    public static Future<Past> past(SqlClient sql, Log log, Excerpt wanted, int limit) {
        return head(sql, log).compose(head -> past(sql, log, head, wanted.within(head), limit));
    }

    private static Future<Past> past(SqlClient sql, Log log, Head head, Excerpt wanted, int limit) {
        long end = wanted.isIndexed() ? wanted.after() : Math.max(wanted.after(), wanted.before() - 1 - LOOKED_AT_MAX);
        return ExcerptStore.events(sql, log, head, wanted.after(end), limit + 1).map(found -> {
            if (found.size() > limit) {
                List<Event> events = List.copyOf(found.subList(0, limit));
                return new Past(events, events.getLast().seq());
            }
            return new Past(found, end > wanted.after() ? end + 1 : null);
        });
    }

    /**
     * A part of the past.
     *
     * @param before where the next part begins; null where there is none
     */
    public record Past(List<Event> events, @Nullable Long before) {}

    /**
     * What others did since somebody looked.
     *
     * @param positions by log
     * @param countMax no further than this is counted
     */
    public static Future<List<Unseen>> unseen(SqlClient sql, UUID readerId, Map<UUID, Long> positions, int countMax) {
        return ExcerptStore.unseen(sql, readerId, positions, LOOKED_AT_MAX, countMax);
    }
}
