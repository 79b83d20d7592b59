package io.tandem.journal;

import io.tandem.journal.Feed.Committed;
import io.tandem.journal.JournalStore.Remembered;
import io.tandem.platform.Actor;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
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
        return attempt(new Asked(call.actor(), Operation.of(call)), answers, work, 1);
    }

    private <R> Future<Written<R>> attempt(Asked asked, Class<R> answers, Work<R> work, int tries) {
        WorkTogether<R> alone =
                (sql, now) -> work.in(new Transaction(sql, asked.actor(), now)).map(Changes::of);
        return transaction(List.of(asked), alone)
                .map(written -> Objects.requireNonNull(written.getFirst()))
                .recover(failure -> {
                    if (mayRunAgain(failure) && tries < TRIES_MAX) return attempt(asked, answers, work, tries + 1);
                    return earlierAnswer(asked, answers, failure);
                });
    }

    private static boolean mayRunAgain(Throwable failure) {
        return failure instanceof PlaceTaken || Failures.mayRunAgain(failure);
    }

    /**
     * Carries out several commands in one transaction, and so with one commit. Where one of them cannot be part of it all
     * fail and nothing has happened: then each is to be written alone, which also finds the answer of a repeated one.
     *
     * @return in the order of the commands; null for one that {@code work} left out
     */
    public <R> Future<List<@Nullable Written<R>>> writeTogether(List<? extends Call<?>> calls, WorkTogether<R> work) {
        return transaction(
                calls.stream()
                        .map(call -> new Asked(call.actor(), Operation.of(call)))
                        .toList(),
                work);
    }

    private record Asked(Actor actor, Operation operation) {}

    /** BEGIN goes with the first statement and COMMIT with the last ones: neither takes a round trip of its own. */
    private <R> Future<List<@Nullable Written<R>>> transaction(List<Asked> asked, WorkTogether<R> work) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return pool.withConnection(sql -> {
            Future<?> begun = JournalStore.begin(sql);
            return Future.succeededFuture(sql)
                    .compose(begins -> work.in(begins, now))
                    .compose(begun::map)
                    .map(changes -> send(sql, now, asked, changes))
                    .transform(sent -> sent.failed() ? giveUp(sql, sent.cause()) : commit(sql, sent.result()));
        });
    }

    private static <T> Future<T> giveUp(SqlConnection sql, Throwable failure) {
        return JournalStore.rollback(sql).transform(done -> Future.failedFuture(failure));
    }

    /** What was sent and not waited for: its statements, in their order, and what is known once they have succeeded. */
    private record Sent<R>(List<Future<?>> statements, Supplier<Told<R>> told) {}

    private record Told<R>(List<@Nullable Written<R>> written, List<Event> events) {}

    private static <R> Sent<R> send(SqlConnection sql, Instant now, List<Asked> asked, Changes<R> changes) {
        Entries entries = new Entries(now);
        List<@Nullable Long> places = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Change<R> change = changes.each().get(i);
            places.add(
                    change == null
                            ? null
                            : entries.add(asked.get(i).actor(), asked.get(i).operation(), change));
        }
        Future<Map<UUID, Position>> heads = JournalStore.write(sql, entries);
        Future<Map<UUID, Head>> unchanged = JournalStore.heads(sql, withoutEvent(changes, places));
        return new Sent<>(
                List.of(changes.sent(), heads, unchanged),
                () -> told(entries, changes.each(), places, heads.result(), unchanged.result()));
    }

    private static List<UUID> withoutEvent(Changes<?> changes, List<@Nullable Long> places) {
        List<UUID> logs = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Change<?> change = changes.each().get(i);
            if (change != null && places.get(i) == null) logs.add(change.log().id());
        }
        return logs;
    }

    private static <R> Told<R> told(
            Entries entries,
            List<@Nullable Change<R>> changes,
            List<@Nullable Long> places,
            Map<UUID, Position> heads,
            Map<UUID, Head> unchanged) {
        List<@Nullable Written<R>> written = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change<R> change = changes.get(i);
            Long place = places.get(i);
            if (change == null) written.add(null);
            else if (place != null)
                written.add(
                        new Written<>(change.answer(), change.log(), entries.seq(change.log(), place, heads), true));
            else
                written.add(new Written<>(
                        change.answer(),
                        change.log(),
                        seq(unchanged.get(change.log().id())),
                        false));
        }
        return new Told<>(written, entries.events(heads, Instant.now()));
    }

    private static long seq(@Nullable Head head) {
        return head == null ? 0 : head.seq();
    }

    /** After a statement that failed PostgreSQL makes a rollback of the commit that follows it. */
    private <R> Future<List<@Nullable Written<R>>> commit(SqlConnection sql, Sent<R> sent) {
        List<Future<?>> all = new ArrayList<>(sent.statements());
        all.add(JournalStore.commit(sql));
        return Future.join(all)
                .transform(done -> firstFailure(all))
                .map(done -> sent.told().get())
                .onSuccess(told -> bus.tell(Feed.COMMITTED, new Committed(told.events())))
                .map(Told::written);
    }

    /** The later ones fail only because an earlier one did. */
    private static Future<Void> firstFailure(List<Future<?>> statements) {
        for (Future<?> statement : statements) if (statement.failed()) return Future.failedFuture(statement.cause());
        return Future.succeededFuture();
    }

    /** A command that fails may be one that succeeded before, when its answer was lost. */
    private <R> Future<Written<R>> earlierAnswer(Asked asked, Class<R> answers, Throwable failure) {
        Operation operation = asked.operation();
        if (!operation.repeatable()) return Future.failedFuture(failure);
        return JournalStore.find(pool, asked.actor().id(), operation.id())
                .compose(
                        earlier -> earlier == null ? Future.failedFuture(failure) : again(earlier, operation, answers));
    }

    private static <R> Future<Written<R>> again(Remembered earlier, Operation operation, Class<R> answers) {
        if (!operation.isSameCommandAs(earlier.fingerprint())) {
            return Future.failedFuture(
                    Problem.of(422, "operation_reused", "This operation id was used for another command."));
        }
        R answer = Json.decode(earlier.answer(), answers);
        return Future.succeededFuture(new Written<>(answer, earlier.log(), earlier.seq(), false));
    }
}
