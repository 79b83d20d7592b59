package io.tandem.journal;

import io.tandem.platform.Address;
import java.util.List;
import java.util.UUID;

/** Where the journal is heard and asked. */
public final class Feed {

    /** Told after every commit: the transaction's events, as {@link Committed}. A hint: it may be late or missing. */
    public static final String COMMITTED = "journal.committed";

    /** Told when another instance's event was heard of, as an {@link Event}. A hint: late, missing, twice. */
    public static final String HEARD = "journal.heard";

    /** Told when a log is followed from now on by this instance, and when no longer: its {@link Log}. */
    public static final String FOLLOWED = "journal.followed";

    public static final String UNFOLLOWED = "journal.unfollowed";

    /** Told as a {@link Path} when the way over which other instances are heard has become good or bad. */
    public static final String PATH = "journal.path";

    /** Told to every hub: the events of the logs that are followed, each log gapless and in order, as {@link Event}s. */
    public static final String EVENTS = "journal.events";

    /** Told to every hub: the log cannot be told on without a hole. It is not followed any more; begin anew. */
    public static final String LOST = "journal.lost";

    /** Starts following a log for one more hub; answers with its head: every event after it will be told. */
    public static final Address<Log, Head> FOLLOW = new Address<>("journal.follow", Log.class);

    /** One hub follows no longer. */
    public static final Address<Log, Boolean> UNFOLLOW = new Address<>("journal.unfollow", Log.class);

    /** Asks for newest events where they are had without the database: right after a number, or none. */
    public static final Address<Recent, List<Event>> RECENT = new Address<>("journal.recent", Recent.class);

    /** Reads kept events after a position. */
    public static final Address<Since, Page> READ = new Address<>("journal.read", Since.class);

    private Feed() {}

    /** @param healthy whether every instance is heard, so that a poll seldom finds anything */
    public record Path(boolean healthy) {}

    /** The events of one transaction, by log and in order. */
    public record Committed(List<Event> events) {}

    /**
     * @param seq events after this one
     * @param limit at most so many
     */
    public record Since(Log log, long seq, int limit) {}

    /**
     * @param seq events after this one
     * @param limit at most so many
     */
    public record Recent(Log log, UUID epoch, long seq, int limit) {}

    /**
     * @param head as it was when the events were read
     */
    public record Page(Head head, List<Event> events) {
        public UUID epoch() {
            return head.epoch();
        }

        /** What of it comes after a number. */
        public Page after(long seq) {
            return new Page(
                    head, events.stream().filter(event -> event.seq() > seq).toList());
        }
    }
}
