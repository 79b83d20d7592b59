package io.tandem.tasks;

import io.tandem.journal.Change;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.tasks.PlaceStore.Column;
import io.tandem.tasks.TaskMerge.Conflict;
import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves tasks, also into and out of the columns that mean done. Two moves to the same place at once find two ranks there: the
 * later one fails on the ranks' unique index and runs again.
 */
final class TaskMoves {

    private final Journal journal;

    TaskMoves(Journal journal) {
        this.journal = journal;
    }

    Future<Written<Task>> move(Call<MoveTask> call) {
        MoveTask wanted = call.command();
        return journal.write(call, Task.class, tx -> TaskRights.toChange(tx, wanted.taskId())
                .compose(log -> target(tx, log, wanted.columnId())
                        .compose(column -> TaskStore.lock(tx.sql(), wanted.taskId())
                                .compose(row -> place(tx, log, wanted)
                                        .compose(place -> put(tx, row, column, place, "task.moved"))))));
    }

    /** The column a client names; null for a personal task. Fails with {@code validation_failed} at {@code /column_id}. */
    static Future<@Nullable Column> target(Transaction tx, Log log, @Nullable UUID columnId) {
        if (log.personal()) {
            return columnId == null
                    ? Future.succeededFuture()
                    : Future.failedFuture(Problem.invalid("/column_id", "A personal task stands in no column."));
        }
        if (columnId == null) return Future.failedFuture(Problem.invalid("/column_id", "This is required."));
        return PlaceStore.column(tx.sql(), log.id(), columnId).map(column -> {
            if (column == null) throw Problem.invalid("/column_id", "The workspace has no such column.");
            return column;
        });
    }

    private static Future<TaskPlace> place(Transaction tx, Log log, MoveTask wanted) {
        if (wanted.beforeId() != null) {
            return beside(tx, log, wanted, wanted.beforeId(), "/before_id").map(PlaceStore.Beside::before);
        }
        if (wanted.afterId() != null) {
            return beside(tx, log, wanted, wanted.afterId(), "/after_id").map(PlaceStore.Beside::after);
        }
        return PlaceStore.end(tx.sql(), log, wanted.columnId(), wanted.taskId());
    }

    private static Future<PlaceStore.Beside> beside(
            Transaction tx, Log log, MoveTask wanted, UUID neighbourId, String pointer) {
        return PlaceStore.beside(tx.sql(), log, wanted.columnId(), wanted.taskId(), neighbourId)
                .map(beside -> {
                    if (beside == null) throw Problem.invalid(pointer, "There is no such task in the column.");
                    return beside;
                });
    }

    Future<Written<Task>> complete(Call<CompleteTask> call) {
        return finish(call, call.command().taskId(), true, "task.completed");
    }

    Future<Written<Task>> reopen(Call<ReopenTask> call) {
        return finish(call, call.command().taskId(), false, "task.reopened");
    }

    private Future<Written<Task>> finish(Call<?> call, UUID taskId, boolean done, String type) {
        return journal.write(call, Task.class, tx -> TaskRights.toChange(tx, taskId)
                .compose(log -> columnThatMeans(tx, log, done).compose(column -> TaskStore.lock(tx.sql(), taskId)
                        .compose(row -> finish(tx, row, column, done, type)))));
    }

    private static Future<@Nullable Column> columnThatMeans(Transaction tx, Log log, boolean done) {
        if (log.personal()) return Future.succeededFuture();
        return PlaceStore.firstThatMeans(tx.sql(), log.id(), done);
    }

    private static Future<Change<Task>> finish(
            Transaction tx, TaskRow row, @Nullable Column column, boolean done, String type) {
        Task task = row.task();
        if ((task.completedAt() != null) == done) return Future.succeededFuture(Change.nothing(task, row.log()));
        if (row.log().personal()) {
            return save(tx, row, task.placed(null, task.rank(), task.completion(done, tx.now())), type);
        }
        if (column == null) {
            String detail =
                    done ? "No column of this workspace means done." : "Every column of this workspace means done.";
            return Future.failedFuture(Problem.conflict(detail, new Conflict(task, Map.of())));
        }
        return PlaceStore.end(tx.sql(), row.log(), column.id(), task.id())
                .compose(place -> put(tx, row, column, place, type));
    }

    private static Future<Change<Task>> put(
            Transaction tx, TaskRow row, @Nullable Column column, TaskPlace place, String type) {
        Task task = row.task();
        if (column == null) return save(tx, row, task.placed(null, place.rank(task.rank()), task.completedAt()), type);
        boolean stays = Objects.equals(column.id(), task.columnId());
        String rank = place.rank(stays ? task.rank() : null);
        return save(tx, row, task.placed(column.id(), rank, task.completion(column.done(), tx.now())), type);
    }

    private static Future<Change<Task>> save(Transaction tx, TaskRow row, Task wanted, String type) {
        TaskRow.Next next = row.become(wanted, tx.now());
        if (next.changes().isEmpty()) return Future.succeededFuture(Change.nothing(next.task(), row.log()));
        return TaskStore.savePlaces(tx.sql(), tx.now().atOffset(ZoneOffset.UTC), List.of(next.row()))
                .map(saved -> Change.of(next.task(), next.draft(type)));
    }
}
