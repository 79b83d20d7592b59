package io.tandem.tasks;

import io.tandem.journal.Journal;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Failures;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates tasks, those that come together in one transaction: a commit costs PostgreSQL as much as a task. Who comes first
 * waits for nobody; what comes while that is under way goes together in the next. State of one event loop.
 */
final class Creates {

    private static final int TOGETHER_MAX = 64;

    /** One that takes longer waits for somebody; those who have nothing to do with it do not wait with it. */
    private static final long LATE_MS = 500;

    private final Vertx vertx;
    private final Journal journal;
    private final Tasks tasks;
    private final int tasksMax;
    private final int waitingMax;
    private final long waitingMsMax;
    private final Set<Waiting> queue = new LinkedHashSet<>();
    private final Set<UUID> busy = new HashSet<>();
    private boolean underWay;

    /** Compared by identity: the same call may come twice. */
    private static final class Waiting {
        private final Call<CreateTask> call;
        private final long since = System.currentTimeMillis();
        private final Promise<Written<Task>> answer = Promise.promise();
        private boolean leftOut;

        Waiting(Call<CreateTask> call) {
            this.call = call;
        }

        UUID workspaceId() {
            return Objects.requireNonNull(call.command().workspaceId());
        }
    }

    Creates(Vertx vertx, Journal journal, Tasks tasks, Settings settings) {
        this.vertx = vertx;
        this.journal = journal;
        this.tasks = tasks;
        tasksMax = settings.limits().tasksPerWorkspace();
        waitingMax = settings.database().poolWaitingMax();
        waitingMsMax = settings.limits().requestSeconds() * 1000L;
    }

    Future<Written<Task>> create(Call<CreateTask> call) {
        if (!fits(call.command())) return tasks.create(call);
        if (queue.size() >= waitingMax) return Future.failedFuture(Problem.unavailable());
        Waiting waiting = new Waiting(call);
        queue.add(waiting);
        writeNext();
        return waiting.answer.future();
    }

    /** What refers to people and labels locks more than {@link CreateStore} does. */
    private static boolean fits(CreateTask wanted) {
        return wanted.workspaceId() != null
                && wanted.assignedTo() == null
                && wanted.labels().isEmpty();
    }

    private void writeNext() {
        if (underWay) return;
        List<Waiting> together = take();
        if (together.isEmpty()) return;
        underWay = true;
        Set<UUID> workspaces = new HashSet<>();
        together.forEach(waiting -> workspaces.add(waiting.workspaceId()));
        busy.addAll(workspaces);
        long late = vertx.setTimer(LATE_MS, timer -> goOn());
        Future.succeededFuture(together).compose(this::write).onComplete(done -> {
            busy.removeAll(workspaces);
            if (vertx.cancelTimer(late)) goOn();
            else writeNext();
        });
    }

    private void goOn() {
        underWay = false;
        writeNext();
    }

    /** Whoever has waited for as long as anybody waits for an answer has been given up by then, and may ask again. */
    private List<Waiting> take() {
        List<Waiting> together = new ArrayList<>();
        Set<List<Object>> operations = new HashSet<>();
        long givenUp = System.currentTimeMillis() - waitingMsMax;
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext() && together.size() < TOGETHER_MAX; ) {
            Waiting next = all.next();
            if (next.since > givenUp && (busy.contains(next.workspaceId()) || isRepeated(next.call, operations)))
                continue;
            all.remove();
            if (next.since > givenUp) together.add(next);
            else next.answer.fail(Problem.unavailable());
        }
        return together;
    }

    private static boolean isRepeated(Call<CreateTask> call, Set<List<Object>> operations) {
        @Nullable String id = call.operationId();
        return id != null && !operations.add(List.of(call.actor().id(), id));
    }

    /** Ends when all of them have, those who go alone too: the next ones would only meet their locks. */
    private Future<?> write(List<Waiting> together) {
        List<Call<CreateTask>> calls =
                together.stream().map(waiting -> waiting.call).toList();
        return journal.writeTogether(calls, (sql, now) -> NewTasks.create(sql, now, calls, tasksMax))
                .transform(written -> Future.join(
                        written.succeeded()
                                ? answer(together, written.result())
                                : together.stream()
                                        .map(waiting -> writeAlone(waiting, written.cause()))
                                        .toList()));
    }

    /** Who was left out tries once more with the others: perhaps somebody just stood in the way. */
    private List<Future<?>> answer(List<Waiting> together, List<@Nullable Written<Task>> written) {
        List<Future<?>> alone = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            Waiting waiting = together.get(i);
            Written<Task> answer = written.get(i);
            if (answer != null) waiting.answer.complete(answer);
            else if (waiting.leftOut) alone.add(writeAlone(waiting));
            else queue.add(leftOut(waiting));
        }
        return alone;
    }

    private static Waiting leftOut(Waiting waiting) {
        waiting.leftOut = true;
        return waiting;
    }

    /** Where nobody knows whether it has happened only what nobody could do twice is tried again. */
    private Future<?> writeAlone(Waiting waiting, Throwable failure) {
        if (waiting.call.operationId() != null || !Failures.isUncertain(failure)) return writeAlone(waiting);
        waiting.answer.fail(failure);
        return Future.succeededFuture();
    }

    private Future<?> writeAlone(Waiting waiting) {
        return tasks.create(waiting.call).onComplete(waiting.answer);
    }
}
