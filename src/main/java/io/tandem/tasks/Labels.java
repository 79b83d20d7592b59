package io.tandem.tasks;

import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.workspaces.Access;
import io.tandem.workspaces.Capability;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Creates, changes and deletes the labels of workspaces. */
final class Labels {

    private final Journal journal;
    private final int labelsMax;

    Labels(Journal journal, Settings.Limits limits) {
        this.journal = journal;
        labelsMax = limits.labelsPerWorkspace();
    }

    Future<Written<Label>> create(Call<CreateLabel> call) {
        CreateLabel wanted = call.command();
        return journal.write(call, Label.class, tx -> LabelStore.queue(tx.sql(), wanted.workspaceId())
                .compose(mine -> allowed(tx, wanted.workspaceId()))
                .compose(role -> LabelStore.count(tx.sql(), wanted.workspaceId()))
                .compose(labels -> insert(tx, wanted, labels)));
    }

    private static Future<Role> allowed(Transaction tx, UUID workspaceId) {
        return Access.require(tx.sql(), workspaceId, tx.actor().id(), Capability.WRITE_LABELS);
    }

    private Future<Change<Label>> insert(Transaction tx, CreateLabel wanted, long labels) {
        if (labels >= labelsMax)
            return Future.failedFuture(Problem.limitReached("At most " + labelsMax + " labels here."));
        Label label = new Label(wanted.id() == null ? Ids.next() : wanted.id(), wanted.name(), wanted.color());
        return LabelStore.insert(tx.sql(), wanted.workspaceId(), label)
                .map(done -> Change.of(label, Draft.of(Log.ofWorkspace(wanted.workspaceId()), "label.created", label)));
    }

    Future<Written<Label>> update(Call<UpdateLabel> call) {
        UpdateLabel wanted = call.command();
        return journal.write(call, Label.class, tx -> allowed(tx, wanted.workspaceId())
                .compose(role -> LabelStore.lock(tx.sql(), wanted.workspaceId(), wanted.labelId()))
                .compose(label -> save(tx, label, wanted)));
    }

    private static Future<Change<Label>> save(Transaction tx, Label label, UpdateLabel wanted) {
        Log log = Log.ofWorkspace(wanted.workspaceId());
        Label next = new Label(
                label.id(), wanted.name().orKeep(label.name()), wanted.color().orKeep(label.color()));
        if (next.equals(label)) return Future.succeededFuture(Change.nothing(label, log));
        return LabelStore.save(tx.sql(), next)
                .map(saved -> Change.of(next, new Draft(log, "label.updated", next, changes(label, next))));
    }

    private static Map<String, Delta> changes(Label from, Label to) {
        Map<String, Delta> changes = new LinkedHashMap<>();
        if (!from.name().equals(to.name())) changes.put("name", new Delta(from.name(), to.name()));
        if (from.color() != to.color()) changes.put("color", new Delta(from.color(), to.color()));
        return changes;
    }

    Future<Written<DeletedLabel>> delete(Call<DeleteLabel> call) {
        DeleteLabel wanted = call.command();
        return journal.write(call, DeletedLabel.class, tx -> allowed(tx, wanted.workspaceId())
                .compose(role -> LabelStore.lock(tx.sql(), wanted.workspaceId(), wanted.labelId()))
                .compose(label -> takeOff(tx, wanted))
                .compose(taskDrafts -> LabelStore.delete(tx.sql(), wanted.labelId())
                        .map(gone -> deleted(wanted).after(taskDrafts))));
    }

    private static Future<List<Draft>> takeOff(Transaction tx, DeleteLabel wanted) {
        return TaskStore.lockWithLabel(tx.sql(), wanted.workspaceId(), wanted.labelId())
                .compose(rows -> {
                    List<TaskRow.Next> changed = rows.stream()
                            .map(row -> row.become(row.task().withoutLabel(wanted.labelId()), tx.now()))
                            .toList();
                    List<TaskRow> saved =
                            changed.stream().map(TaskRow.Next::row).toList();
                    return TaskStore.dropLabel(tx.sql(), tx.now().atOffset(ZoneOffset.UTC), wanted.labelId(), saved)
                            .map(done -> changed.stream()
                                    .map(next -> next.draft("task.updated"))
                                    .toList());
                });
    }

    private static Change<DeletedLabel> deleted(DeleteLabel wanted) {
        DeletedLabel gone = new DeletedLabel(wanted.labelId());
        return Change.of(gone, Draft.of(Log.ofWorkspace(wanted.workspaceId()), "label.deleted", gone));
    }
}
