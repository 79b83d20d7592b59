package io.tandem.tasks;

import io.tandem.journal.Log;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.tasks.TaskAddresses.Sight;
import io.tandem.workspaces.Access;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tasks and labels. */
public final class TaskReads {

    private final SqlClient sql;

    TaskReads(SqlClient sql) {
        this.sql = sql;
    }

    Future<Task> get(Call<GetTask> call) {
        return TaskListStore.one(sql, call.actor().id(), call.command().taskId());
    }

    /** Fails with {@code not_found} for a task of elsewhere too. */
    Future<Boolean> sees(Sight sight) {
        Log there = Log.ofWorkspace(sight.workspaceId());
        return TaskStore.logOfVisible(sql, sight.userId(), sight.taskId()).map(log -> {
            if (!log.equals(there)) throw Problem.notFound("task");
            return true;
        });
    }

    Future<TaskPage> list(Call<ListTasks> call) {
        ListTasks asked = call.command();
        UUID readerId = call.actor().id();
        @Nullable TaskCursor after = asked.cursor() == null ? null : TaskCursor.decode(asked.cursor(), asked.byRank());
        return known(asked.workspaceId(), readerId)
                .compose(known -> TaskListStore.list(sql, readerId, asked, after, asked.limit() + 1))
                .map(tasks -> page(tasks, asked));
    }

    private Future<?> known(@Nullable UUID workspaceId, UUID readerId) {
        return workspaceId == null ? Future.succeededFuture() : Access.toRead(sql, workspaceId, readerId);
    }

    /** One more than fits was asked for: that is how the page knows whether another one follows. */
    private static TaskPage page(List<Task> tasks, ListTasks asked) {
        if (tasks.size() <= asked.limit()) return new TaskPage(tasks, null);
        List<Task> items = tasks.subList(0, asked.limit());
        Task last = items.getLast();
        TaskCursor next = asked.byRank() ? TaskCursor.byRank(last) : TaskCursor.byDueTime(last);
        return new TaskPage(List.copyOf(items), next.encode());
    }

    /** The log of a task; fails with {@code not_found} where the reader does not see it. */
    public static Future<Log> logOf(SqlClient sql, UUID readerId, UUID taskId) {
        return TaskStore.logOfVisible(sql, readerId, taskId);
    }

    /** Those of the tasks that the reader sees, in no order. */
    public static Future<List<Task>> visible(SqlClient sql, UUID readerId, List<UUID> taskIds) {
        return TaskListStore.some(sql, readerId, taskIds);
    }

    /** All tasks of a log by rank, then id, as the given transaction sees them. The caller has checked who asks. */
    public static Future<List<Task>> tasksOf(SqlConnection sql, Log log) {
        return TaskListStore.ofLog(sql, log.id(), log.personal());
    }

    /** All labels of a workspace by name, as the given transaction sees them. The caller has checked who asks. */
    public static Future<List<Label>> labelsOf(SqlConnection sql, UUID workspaceId) {
        return LabelStore.ofWorkspace(sql, workspaceId);
    }
}
