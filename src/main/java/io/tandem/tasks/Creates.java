package io.tandem.tasks;

import io.tandem.journal.Journal;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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

    /** While PostgreSQL writes one to the disk the next is made. */
    private static final int UNDER_WAY_MAX = 2;

    private final Journal journal;
    private final Tasks tasks;
    private final int tasksMax;
    private final int waitingMax;
    private final Set<Waiting> queue = new LinkedHashSet<>();
    private final Set<UUID> busy = new HashSet<>();
    private int underWay;

    /** Compared by identity: the same call may come twice. */
    private static final class Waiting {
        private final Call<CreateTask> call;
        private final Promise<Written<Task>> answer = Promise.promise();

        Waiting(Call<CreateTask> call) {
            this.call = call;
        }

        UUID workspaceId() {
            return Objects.requireNonNull(call.command().workspaceId());
        }
    }

    Creates(Journal journal, Tasks tasks, Settings settings) {
        this.journal = journal;
        this.tasks = tasks;
        tasksMax = settings.limits().tasksPerWorkspace();
        waitingMax = settings.database().poolWaitingMax();
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
        if (underWay >= UNDER_WAY_MAX) return;
        List<Waiting> together = take();
        if (together.isEmpty()) return;
        Set<UUID> workspaces = new HashSet<>();
        together.forEach(waiting -> workspaces.add(waiting.workspaceId()));
        busy.addAll(workspaces);
        underWay++;
        write(together).onComplete(done -> {
            underWay--;
            busy.removeAll(workspaces);
            writeNext();
        });
        writeNext();
    }

    /** Two transactions at once about one workspace would only wait for each other. */
    private List<Waiting> take() {
        List<Waiting> together = new ArrayList<>();
        Set<List<Object>> operations = new HashSet<>();
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext() && together.size() < TOGETHER_MAX; ) {
            Waiting next = all.next();
            if (busy.contains(next.workspaceId()) || isRepeated(next.call, operations)) continue;
            together.add(next);
            all.remove();
        }
        return together;
    }

    private static boolean isRepeated(Call<CreateTask> call, Set<List<Object>> operations) {
        @Nullable String id = call.operationId();
        return id != null && !operations.add(List.of(call.actor().id(), id));
    }

    private Future<?> write(List<Waiting> together) {
        List<Call<CreateTask>> calls =
                together.stream().map(waiting -> waiting.call).toList();
        return journal.writeTogether(calls, (sql, now) -> NewTasks.create(sql, now, calls, tasksMax))
                .onSuccess(written -> answer(together, written))
                .onFailure(failure -> together.forEach(this::writeAlone));
    }

    private void answer(List<Waiting> together, List<@Nullable Written<Task>> written) {
        for (int i = 0; i < together.size(); i++) {
            Written<Task> answer = written.get(i);
            if (answer == null) writeAlone(together.get(i));
            else together.get(i).answer.complete(answer);
        }
    }

    private void writeAlone(Waiting waiting) {
        tasks.create(waiting.call).onComplete(waiting.answer);
    }
}
