package io.tandem.tasks;

import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.tasks.PlaceStore.Column;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates, changes, assigns and deletes tasks. */
final class Tasks {

    private final Journal journal;
    private final int tasksMax;

    Tasks(Journal journal, Settings.Limits limits) {
        this.journal = journal;
        tasksMax = limits.tasksPerWorkspace();
    }

    Future<Written<Task>> create(Call<CreateTask> call) {
        CreateTask wanted = call.command();
        return journal.write(call, Task.class, tx -> TaskRights.toCreate(tx, wanted.workspaceId())
                .compose(log -> TaskReferences.check(tx, log, wanted.assignedTo(), wanted.labels())
                        .compose(ok -> column(tx, log, wanted.columnId()))
                        .compose(column -> insert(tx, log, column, wanted))
                        .map(task -> Change.of(
                                task, Draft.of(log, "task.created", task).about(task.id())))));
    }

    private static Future<@Nullable Column> column(Transaction tx, Log log, @Nullable UUID columnId) {
        if (columnId != null || log.personal()) return TaskMoves.target(tx, log, columnId);
        return PlaceStore.firstToDo(tx.sql(), log.id());
    }

    private Future<Task> insert(Transaction tx, Log log, @Nullable Column column, CreateTask wanted) {
        return PlaceStore.end(tx.sql(), log, column == null ? null : column.id(), null)
                .map(place -> wanted.task(tx.actor(), column, place.rank(null), tx.now()))
                .compose(task -> TaskStore.insert(tx.sql(), log, task).map(counted -> {
                    if (counted.tasks() > tasksMax) throw Problem.limitReached("At most " + tasksMax + " tasks here.");
                    return task.numbered(counted.number());
                }));
    }

    Future<Written<Task>> update(Call<UpdateTask> call) {
        UpdateTask wanted = call.command();
        return journal.write(call, Task.class, tx -> TaskRights.toChange(tx, wanted.taskId())
                .compose(log -> TaskReferences.check(
                        tx, log, wanted.assignedTo().or(null), wanted.labels().orKeep(List.of())))
                .compose(ok -> TaskStore.lock(tx.sql(), wanted.taskId()))
                .map(row -> TaskMerge.merge(row, TaskMerge.wanted(row.task(), wanted), wanted.version(), tx.now()))
                .compose(next -> save(tx, next, "task.updated")));
    }

    Future<Written<Task>> assign(Call<AssignTask> call) {
        AssignTask wanted = call.command();
        UUID person = wanted.assignedTo().value();
        return journal.write(call, Task.class, tx -> TaskRights.toChange(tx, wanted.taskId())
                .compose(log -> TaskReferences.check(tx, log, person, List.of()))
                .compose(ok -> TaskStore.lock(tx.sql(), wanted.taskId()))
                .map(row -> TaskMerge.merge(row, row.task().givenTo(person), wanted.version(), tx.now()))
                .compose(next -> save(tx, next, "task.assigned")));
    }

    private static Future<Change<Task>> save(Transaction tx, TaskRow.Next next, String type) {
        if (next.changes().isEmpty())
            return Future.succeededFuture(Change.nothing(next.task(), next.row().log()));
        return TaskStore.saveContent(tx.sql(), next.row(), next.changes().containsKey("description"))
                .map(saved -> Change.of(next.task(), next.draft(type)));
    }

    Future<Written<DeletedTask>> delete(Call<DeleteTask> call) {
        UUID taskId = call.command().taskId();
        return journal.write(call, DeletedTask.class, tx -> TaskRights.toChange(tx, taskId)
                .compose(log -> TaskStore.lock(tx.sql(), taskId))
                .compose(row -> TaskStore.delete(tx.sql(), taskId).map(gone -> deleted(row))));
    }

    private static Change<DeletedTask> deleted(TaskRow row) {
        DeletedTask gone =
                new DeletedTask(row.task().id(), row.task().number(), row.task().title());
        return Change.of(gone, Draft.of(row.log(), "task.deleted", gone).about(gone.id()));
    }
}
