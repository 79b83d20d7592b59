package io.tandem.journal;

import io.tandem.journal.Feed.Committed;
import io.tandem.journal.JournalStore.Encoded;
import io.tandem.journal.JournalStore.Remembered;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Failures;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one door for every change: right, rows and events in one transaction, each operation once, told after the commit.
 */
public final class Journal {

    private static final int TRIES_MAX = 6;

    private final Pool pool;
    private final Bus bus;

    public Journal(Pool pool, Bus bus) {
        this.pool = pool;
        this.bus = bus;
    }

    /** Opens an empty log in the transaction that creates its workspace or person. */
    public static Future<Void> open(SqlConnection sql, Log log) {
        return JournalStore.open(sql, log);
    }

    /**
     * Carries out a command. The same operation id again brings the first answer and changes nothing.
     *
     * @param answers what {@code work} answers with, to read an earlier answer back
     * @return fails with the {@link Problem} of the work, or {@code operation_reused} (422) where the id stood for
     *     another command
     */
    public <R> Future<Written<R>> write(Call<?> call, Class<R> answers, Work<R> work) {
        return attempt(call, Operation.of(call), answers, work, 1);
    }

    private <R> Future<Written<R>> attempt(
            Call<?> call, Operation operation, Class<R> answers, Work<R> work, int tries) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return pool.withTransaction(sql -> commit(new Transaction(sql, call.actor(), now), operation, work))
                .onSuccess(done -> tell(done.events()))
                .map(Outcome::written)
                .recover(failure -> {
                    if (mayRunAgain(failure) && tries < TRIES_MAX)
                        return attempt(call, operation, answers, work, tries + 1);
                    return earlierAnswer(call, operation, answers, failure);
                });
    }

    private void tell(List<Event> events) {
        Instant now = Instant.now();
        bus.tell(
                Feed.COMMITTED,
                new Committed(events.stream().map(event -> event.committed(now)).toList()));
    }

    private static boolean mayRunAgain(Throwable failure) {
        return failure instanceof PlaceTaken || Failures.mayRunAgain(failure);
    }

    private record Outcome<R>(Written<R> written, List<Event> events) {}

    private static <R> Future<Outcome<R>> commit(Transaction tx, Operation operation, Work<R> work) {
        return work.in(tx).compose(change -> append(tx, operation, change)
                .compose(events -> remember(tx, operation, change, events)));
    }

    /** Logs in the order of their ids: two changes that touch the same two logs must not wait for each other. */
    private static <R> Future<List<Event>> append(Transaction tx, Operation operation, Change<R> change) {
        Map<Log, List<Draft>> byLog = new LinkedHashMap<>();
        inOrder(change).forEach(draft -> byLog.computeIfAbsent(draft.log(), log -> new ArrayList<>())
                .add(draft));
        Future<List<Event>> events = Future.succeededFuture(new ArrayList<>());
        for (Log log :
                byLog.keySet().stream().sorted(Comparator.comparing(Log::id)).toList()) {
            List<Draft> drafts = byLog.getOrDefault(log, List.of());
            events = events.compose(
                    all -> append(tx, operation, change.event(), log, drafts).map(more -> {
                        all.addAll(more);
                        return all;
                    }));
        }
        return events;
    }

    private static List<Draft> inOrder(Change<?> change) {
        List<Draft> drafts = new ArrayList<>(change.before());
        if (change.event() != null) drafts.add(change.event());
        drafts.addAll(change.after());
        return drafts;
    }

    private static Future<List<Event>> append(
            Transaction tx, Operation operation, @Nullable Draft standing, Log log, List<Draft> drafts) {
        Encoded json = Encoded.of(drafts);
        List<@Nullable String> operations = new ArrayList<>(Collections.nCopies(drafts.size(), null));
        for (int i = 0; i < drafts.size(); i++) if (drafts.get(i) == standing) operations.set(i, operation.id());
        return JournalStore.append(tx, log, drafts, operations, json).map(last -> {
            List<Event> events = new ArrayList<>(drafts.size());
            for (int i = 0; i < drafts.size(); i++) {
                long seq = last.seq() - drafts.size() + 1 + i;
                events.add(new Event(
                        log,
                        last.epoch(),
                        seq,
                        drafts.get(i).type(),
                        tx.now(),
                        tx.now(),
                        tx.actor().id(),
                        tx.actor().name(),
                        operations.get(i),
                        json.data()[i],
                        json.changes()[i]));
            }
            return events;
        });
    }

    private static <R> Future<Outcome<R>> remember(
            Transaction tx, Operation operation, Change<R> change, List<Event> events) {
        boolean fresh = change.event() != null;
        return seqOf(tx, operation, change, events).compose(seq -> {
            Outcome<R> outcome = new Outcome<>(new Written<>(change.answer(), change.log(), seq, fresh), events);
            if (!operation.repeatable()) return Future.succeededFuture(outcome);
            return JournalStore.remember(tx, operation, change.log(), seq, change.answer())
                    .map(outcome);
        });
    }

    private static Future<Long> seqOf(Transaction tx, Operation operation, Change<?> change, List<Event> events) {
        for (Event event : events) {
            if (operation.id().equals(event.operationId())) return Future.succeededFuture(event.seq());
        }
        return JournalStore.head(tx.sql(), change.log()).map(head -> head == null ? 0L : head.seq());
    }

    /** A command that fails may be one that succeeded before, when its answer was lost. */
    private <R> Future<Written<R>> earlierAnswer(
            Call<?> call, Operation operation, Class<R> answers, Throwable failure) {
        if (!operation.repeatable()) return Future.failedFuture(failure);
        return JournalStore.find(pool, call.actor().id(), operation.id())
                .compose(earlier -> earlier == null ? Future.failedFuture(failure) : told(earlier, operation, answers));
    }

    private static <R> Future<Written<R>> told(Remembered earlier, Operation operation, Class<R> answers) {
        if (!operation.isSameCommandAs(earlier.fingerprint())) {
            return Future.failedFuture(
                    Problem.of(422, "operation_reused", "This operation id was used for another command."));
        }
        R answer = Json.decode(earlier.answer(), answers);
        return Future.succeededFuture(new Written<>(answer, earlier.log(), earlier.seq(), false));
    }
}
