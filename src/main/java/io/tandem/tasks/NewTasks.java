package io.tandem.tasks;

import io.tandem.journal.Change;
import io.tandem.journal.Changes;
import io.tandem.journal.Draft;
import io.tandem.journal.Log;
import io.tandem.platform.Call;
import io.tandem.platform.Rank;
import io.tandem.tasks.CreateStore.Ground;
import io.tandem.workspaces.Capability;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks that are created in one transaction: each takes the number and the place behind the one before it. */
final class NewTasks {

    private final Instant now;
    private final int tasksMax;
    private final Map<UUID, Long> counts = new HashMap<>();
    private final Map<UUID, String> lastRanks = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();

    private NewTasks(Instant now, int tasksMax) {
        this.now = now;
        this.tasksMax = tasksMax;
    }

    /** Leaves out whom something stands in the way: what that is, they are told when they are carried out alone. */
    static Future<Changes<Task>> create(SqlConnection sql, Instant now, List<Call<CreateTask>> calls, int tasksMax) {
        return CreateStore.grounds(sql, calls).map(grounds -> {
            NewTasks created = new NewTasks(now, tasksMax);
            List<@Nullable Change<Task>> changes = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) changes.add(created.add(calls.get(i), grounds.get(i)));
            return new Changes<>(changes, created.insert(sql));
        });
    }

    private @Nullable Change<Task> add(Call<CreateTask> call, @Nullable Ground ground) {
        UUID workspaceId = call.command().workspaceId();
        if (workspaceId == null || ground == null || !ground.role().may(Capability.WRITE_TASKS)) return null;
        long before = counts.getOrDefault(workspaceId, 0L);
        if (ground.tasks() + before >= tasksMax) return null;
        counts.put(workspaceId, before + 1);
        Task task = call.command()
                .task(call.actor(), ground.column(), rank(ground), now)
                .numbered(ground.lastNumber() + before + 1);
        tasks.add(task);
        return Change.of(
                task,
                Draft.of(Log.ofWorkspace(workspaceId), "task.created", task).about(task.id()));
    }

    private String rank(Ground ground) {
        UUID columnId = ground.column().id();
        String rank = Rank.between(lastRanks.getOrDefault(columnId, ground.lastRank()), null);
        lastRanks.put(columnId, rank);
        return rank;
    }

    private Future<?> insert(SqlConnection sql) {
        return tasks.isEmpty() ? Future.succeededFuture() : CreateStore.insert(sql, tasks, counts);
    }
}
