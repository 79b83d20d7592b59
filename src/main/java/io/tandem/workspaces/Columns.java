package io.tandem.workspaces;

import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Failures;
import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The steps that tasks go through. */
final class Columns {

    private final Journal journal;
    private final Departures departures;
    private final Settings.Limits limits;

    Columns(Journal journal, Departures departures, Settings.Limits limits) {
        this.journal = journal;
        this.departures = departures;
        this.limits = limits;
    }

    /** One change of the columns at a time, by somebody who may. */
    private <R> Future<Written<R>> write(Call<?> call, Class<R> answers, UUID workspaceId, Step<R> step) {
        return journal.write(call, answers, tx -> WorkspaceStore.lock(tx.sql(), workspaceId)
                .compose(locked ->
                        Access.require(tx.sql(), workspaceId, tx.actor().id(), Capability.CHANGE_COLUMNS))
                .compose(role -> ColumnStore.all(tx.sql(), workspaceId))
                .compose(columns -> step.in(tx, new ColumnOrder(columns))));
    }

    @FunctionalInterface
    private interface Step<R> {
        Future<Change<R>> in(Transaction tx, ColumnOrder order);
    }

    Future<Written<Column>> create(Call<CreateColumn> call) {
        CreateColumn command = call.command();
        return write(call, Column.class, command.workspaceId(), (tx, order) -> {
            if (order.columns().size() >= limits.columnsPerWorkspace()) throw tooMany();
            Column column = new Column(
                    Objects.requireNonNullElseGet(command.id(), Ids::next),
                    command.name(),
                    order.rankAfter(command.afterId()),
                    command.isDone());
            return ColumnStore.insert(tx.sql(), command.workspaceId(), List.of(column))
                    .recover(failure -> Future.failedFuture(asTaken(failure)))
                    .map(done -> told(command.workspaceId(), "column.created", column));
        });
    }

    private Problem tooMany() {
        return Problem.limitReached("A workspace has " + limits.columnsPerWorkspace() + " columns at most.");
    }

    private static Throwable asTaken(Throwable failure) {
        return Failures.violates(failure, ColumnStore.ID_KEY) ? Problem.idTaken() : failure;
    }

    private static Change<Column> told(UUID workspaceId, String event, Column column) {
        return Change.of(column, Draft.of(Log.ofWorkspace(workspaceId), event, column));
    }

    Future<Written<Column>> change(Call<ChangeColumn> call) {
        ChangeColumn command = call.command();
        return write(call, Column.class, command.workspaceId(), (tx, order) -> {
            Column before = order.require(command.columnId());
            Column after = new Column(
                    before.id(),
                    Objects.requireNonNullElse(command.name(), before.name()),
                    before.rank(),
                    Objects.requireNonNullElse(command.done(), before.done()));
            if (after.done() && order.isLastOpen(before.id())) throw lastOpen();
            return change(tx, command.workspaceId(), before, after);
        });
    }

    private Future<Change<Column>> change(Transaction tx, UUID workspaceId, Column before, Column after) {
        Log log = Log.ofWorkspace(workspaceId);
        if (after.equals(before)) return Future.succeededFuture(Change.nothing(before, log));
        Draft updated = new Draft(log, "column.updated", after, deltas(before, after));
        return ColumnStore.update(tx.sql(), after)
                .compose(done -> before.done() == after.done()
                        ? Future.succeededFuture(List.<Draft>of())
                        : departures.columnMeans(tx, workspaceId, after.id(), after.done()))
                .map(tasks -> Change.of(after, updated).after(tasks));
    }

    private static Map<String, Delta> deltas(Column before, Column after) {
        Map<String, Delta> deltas = new LinkedHashMap<>();
        put(deltas, "name", before, after, Column::name);
        put(deltas, "done", before, after, Column::done);
        return deltas;
    }

    private static void put(
            Map<String, Delta> deltas, String field, Column before, Column after, Function<Column, Object> value) {
        Object from = value.apply(before);
        Object to = value.apply(after);
        if (!from.equals(to)) deltas.put(field, new Delta(from, to));
    }

    Future<Written<Column>> move(Call<MoveColumn> call) {
        MoveColumn command = call.command();
        return write(call, Column.class, command.workspaceId(), (tx, order) -> {
            Column before = order.require(command.columnId());
            if (order.stands(before.id(), command.beforeId(), command.afterId())) {
                return Future.succeededFuture(Change.nothing(before, Log.ofWorkspace(command.workspaceId())));
            }
            ColumnOrder others = order.without(before.id());
            String rank = command.beforeId() == null
                    ? others.rankAfter(command.afterId())
                    : others.rankBefore(command.beforeId());
            Column after = new Column(before.id(), before.name(), rank, before.done());
            return ColumnStore.update(tx.sql(), after).map(done -> told(command.workspaceId(), "column.moved", after));
        });
    }

    Future<Written<Gone>> delete(Call<DeleteColumn> call) {
        DeleteColumn command = call.command();
        return write(call, Gone.class, command.workspaceId(), (tx, order) -> {
            Column column = order.require(command.columnId());
            if (command.moveTo() != null) order.require(command.moveTo());
            if (order.columns().size() == 1 || order.isLastOpen(column.id())) throw lastOpen();
            Gone gone = new Gone(column.id());
            Draft deleted = Draft.of(Log.ofWorkspace(command.workspaceId()), "column.deleted", gone);
            return ColumnStore.lock(tx.sql(), column.id())
                    .compose(locked -> empty(tx, command))
                    .compose(moved -> ColumnStore.delete(tx.sql(), column.id())
                            .map(done -> Change.of(gone, deleted).after(moved)));
        });
    }

    private Future<List<Draft>> empty(Transaction tx, DeleteColumn command) {
        if (command.moveTo() != null) {
            return departures.columnGoes(tx, command.workspaceId(), command.columnId(), command.moveTo());
        }
        return departures
                .isOccupied(tx, command.workspaceId(), command.columnId())
                .map(occupied -> {
                    if (occupied) throw notEmpty();
                    return List.of();
                });
    }

    private static Problem notEmpty() {
        return Problem.of(409, "column_not_empty", "There are tasks in this column. Say where they go.");
    }

    /** Without it a task that is not done would have no place. */
    private static Problem lastOpen() {
        return Problem.of(409, "last_column", "A workspace keeps at least one column that does not mean done.");
    }
}
