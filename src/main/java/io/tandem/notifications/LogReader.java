package io.tandem.notifications;

import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Call;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a workspace's log on from where it was left, by whichever instance. Causes, notifications, counters, the people's
 * events and the new position are one transaction: all of it happens, or none.
 */
final class LogReader {

    private static final Logger logger = LoggerFactory.getLogger(LogReader.class);
    private static final int BATCH = 100;

    private final Pool pool;
    private final Journal journal;
    private final FactSource facts;
    private final NotificationMeters meters;

    LogReader(Pool pool, Journal journal, FactSource facts, NotificationMeters meters) {
        this.pool = pool;
        this.journal = journal;
        this.facts = facts;
        this.meters = meters;
    }

    /** How a step ended. */
    enum Step {
        /** Everything notable that is committed has been read. */
        DONE,
        MORE,
        /** Another instance is reading this log. */
        BUSY
    }

    /** What a step is asked for: known by the journal as the command behind the events. */
    private record ReadOn(UUID workspaceId, long seq) {}

    /**
     * Reads on by one step: what the same person did in a row. An event names one actor, and a transaction has one.
     * Looks first without a lock: mostly another instance was faster.
     */
    Future<Step> step(UUID workspaceId) {
        return PositionStore.position(pool, workspaceId)
                .compose(seq -> PositionStore.entries(pool, workspaceId, seq, 1))
                .compose(next -> next.isEmpty() ? Future.succeededFuture(Step.DONE) : step(next.getFirst()));
    }

    private Future<Step> step(Entry next) {
        Call<ReadOn> call = new Call<>(next.actor(), null, new ReadOn(next.workspaceId(), next.seq()));
        List<Told> tolds = new ArrayList<>();
        return journal.write(call, Step.class, tx -> PositionStore.lock(tx.sql(), next.workspaceId())
                        .compose(seq -> {
                            tolds.clear();
                            return seq == null ? nothing(Step.BUSY, next) : read(tx, next.workspaceId(), seq, tolds);
                        }))
                .map(written -> {
                    tolds.forEach(meters::told);
                    return written.answer();
                });
    }

    private static Future<Change<Step>> nothing(Step step, Entry next) {
        return Future.succeededFuture(Change.nothing(step, Log.ofWorkspace(next.workspaceId())));
    }

    private Future<Change<Step>> read(Transaction tx, UUID workspaceId, long seq, List<Told> tolds) {
        return PositionStore.entries(tx.sql(), workspaceId, seq, BATCH).compose(entries -> {
            List<Entry> mine =
                    entries.stream().takeWhile(entry -> entry.isBy(tx.actor())).toList();
            boolean isAll = mine.size() == entries.size() && entries.size() < BATCH;
            Step step = isAll ? Step.DONE : Step.MORE;
            if (mine.isEmpty()) return Future.succeededFuture(Change.nothing(step, Log.ofWorkspace(workspaceId)));
            return tell(tx, workspaceId, mine).onSuccess(tolds::add).compose(told -> PositionStore.move(
                            tx.sql(), workspaceId, mine.getLast().seq())
                    .map(moved -> change(step, workspaceId, told.drafts())));
        });
    }

    /** The events are no answer to a command of anybody: none carries an operation id. */
    private static Change<Step> change(Step step, UUID workspaceId, List<Draft> drafts) {
        return new Change<>(step, Log.ofWorkspace(workspaceId), drafts, null, List.of());
    }

    private Future<Told> tell(Transaction tx, UUID workspaceId, List<Entry> entries) {
        Map<Entry, Occurrence> occurrences = new LinkedHashMap<>();
        entries.forEach(entry -> {
            Occurrence occurrence = occurrence(entry);
            if (occurrence != null) occurrences.put(entry, occurrence);
        });
        if (occurrences.isEmpty()) return Teller.tell(tx, List.of());
        return facts.of(tx.sql(), workspaceId, occurrences.values())
                .map(known -> notices(occurrences, known))
                .compose(notices -> notices.isEmpty()
                        ? Future.succeededFuture(notices)
                        : NotificationStore.causes(tx.sql(), workspaceId, notices, tx.now()))
                .compose(notices -> Teller.tell(tx, notices));
    }

    private static List<Notice> notices(Map<Entry, Occurrence> occurrences, Facts facts) {
        List<Notice> notices = new ArrayList<>();
        occurrences.forEach((entry, occurrence) -> notices.addAll(Decision.of(entry, occurrence, facts)));
        return notices;
    }

    /** What nobody can read must not keep everything behind it from being read. */
    private @Nullable Occurrence occurrence(Entry entry) {
        try {
            return Occurrence.of(entry);
        } catch (IllegalArgumentException unreadable) {
            logger.error(
                    "Event {} of {} tells nobody, it cannot be read", entry.seq(), entry.workspaceId(), unreadable);
            return null;
        }
    }
}
