package io.tandem.journal;

import io.tandem.platform.Address;
import java.util.List;
import java.util.UUID;

/** Where the journal is heard and asked. */
public final class Feed {

    /** Told after every commit: the transaction's events, as {@link Committed}. A hint: it may be late or missing. */
    static final String COMMITTED = "journal.committed";

    /** Told to every hub: the events of the logs that are followed, each log gapless and in order, as {@link Event}s. */
    public static final String EVENTS = "journal.events";

    /** Starts following a log for one more hub; answers with its head: every event after it will be told. */
    public static final Address<Log, Head> FOLLOW = new Address<>("journal.follow", Log.class);

    /** One hub follows no longer. */
    public static final Address<Log, Boolean> UNFOLLOW = new Address<>("journal.unfollow", Log.class);

    /** Reads kept events after a position. */
    public static final Address<Since, Page> READ = new Address<>("journal.read", Since.class);

    private Feed() {}

    /** The events of one transaction, by log and in order. */
    record Committed(List<Event> events) {}

    /**
     * @param seq events after this one
     * @param limit at most so many
     */
    public record Since(Log log, long seq, int limit) {}

    /**
     * @param head as it was when the events were read
     */
    public record Page(Head head, List<Event> events) {
        public UUID epoch() {
            return head.epoch();
        }
    }
}
