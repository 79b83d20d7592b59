package io.tandem.tasks;

import io.tandem.journal.Draft;
import io.tandem.journal.Transaction;
import io.tandem.platform.Problem;
import io.tandem.tasks.PlaceStore.Column;
import io.tandem.workspaces.Departures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What happens to tasks when their column or their assignee goes: a few statements however many they are. */
public final class TaskDepartures implements Departures {

    private static final String OCCUPIED = "SELECT EXISTS (SELECT FROM tasks_task WHERE column_id = $1) AS occupied";

    /** Whoever is just being given a task waits, and then is no member any more; or comes first, and is found below. */
    private static final String SEAL_MEMBER =
            "SELECT FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2 FOR UPDATE";

    @Override
    public Future<List<Draft>> columnGoes(Transaction tx, UUID workspaceId, UUID columnId, UUID moveTo) {
        return PlaceStore.seal(tx.sql(), workspaceId, columnId, moveTo).compose(target -> {
            if (target == null)
                return Future.failedFuture(Problem.invalid("/move_to", "The workspace has no such column."));
            return TaskStore.lockInColumn(tx.sql(), columnId).compose(rows -> moveAll(tx, rows, target));
        });
    }

    private static Future<List<Draft>> moveAll(Transaction tx, List<TaskRow> rows, Column target) {
        if (rows.isEmpty()) return Future.succeededFuture(List.of());
        return PlaceStore.end(tx.sql(), rows.getFirst().log(), target.id(), null)
                .compose(end -> {
                    List<TaskRow.Next> moved = new ArrayList<>(rows.size());
                    TaskPlace place = end;
                    for (TaskRow row : rows) {
                        String rank = place.rank(null);
                        Task task = row.task();
                        moved.add(row.become(
                                task.placed(target.id(), rank, task.completion(target.done(), tx.now())), tx.now()));
                        place = new TaskPlace(rank, null);
                    }
                    return save(tx, moved, "task.moved");
                });
    }

    @Override
    public Future<Boolean> isOccupied(Transaction tx, UUID workspaceId, UUID columnId) {
        return PlaceStore.seal(tx.sql(), workspaceId, columnId)
                .compose(column -> tx.sql().preparedQuery(OCCUPIED).execute(Tuple.of(columnId)))
                .map(rows -> rows.iterator().next().getBoolean("occupied"));
    }

    @Override
    public Future<List<Draft>> columnMeans(Transaction tx, UUID workspaceId, UUID columnId, boolean done) {
        return PlaceStore.seal(tx.sql(), workspaceId, columnId)
                .compose(column -> TaskStore.lockInColumn(tx.sql(), columnId))
                .compose(rows -> change(
                        tx,
                        rows,
                        done ? "task.completed" : "task.reopened",
                        task -> task.placed(task.columnId(), task.rank(), task.completion(done, tx.now()))));
    }

    @Override
    public Future<List<Draft>> memberGoes(Transaction tx, UUID workspaceId, UUID userId) {
        return tx.sql()
                .preparedQuery(SEAL_MEMBER)
                .execute(Tuple.of(workspaceId, userId))
                .compose(locked -> TaskStore.lockOfAssignee(tx.sql(), workspaceId, userId))
                .compose(rows -> change(tx, rows, "task.assigned", task -> task.givenTo(null)));
    }

    private static Future<List<Draft>> change(
            Transaction tx, List<TaskRow> rows, String type, UnaryOperator<Task> change) {
        List<TaskRow.Next> changed = rows.stream()
                .map(row -> row.become(change.apply(row.task()), tx.now()))
                .filter(next -> !next.changes().isEmpty())
                .toList();
        return save(tx, changed, type);
    }

    private static Future<List<Draft>> save(Transaction tx, List<TaskRow.Next> changed, String type) {
        List<TaskRow> rows = changed.stream().map(TaskRow.Next::row).toList();
        return TaskStore.savePlaces(tx.sql(), tx.now().atOffset(ZoneOffset.UTC), rows)
                .map(saved -> changed.stream().map(next -> next.draft(type)).toList());
    }
}
