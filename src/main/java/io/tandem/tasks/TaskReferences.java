package io.tandem.tasks;

import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the people and labels a task refers to, and keeps them from going away until the transaction ends. */
final class TaskReferences {

    private static final String MEMBER =
            "SELECT FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2 FOR KEY SHARE";

    /** In the order of their ids, as everybody does who locks many members. */
    private static final String MEMBERS =
            "SELECT user_id FROM workspaces_member WHERE workspace_id = $1 AND user_id = ANY($2) ORDER BY user_id FOR KEY SHARE";

    private static final String LABELS =
            "SELECT FROM tasks_label WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR KEY SHARE";

    private TaskReferences() {}

    /** Fails with {@code validation_failed} at {@code /assigned_to} or {@code /labels}. */
    static Future<Void> check(Transaction tx, Log log, @Nullable UUID assignedTo, List<UUID> labels) {
        return assignee(tx, log, assignedTo).compose(ok -> labels(tx, log, labels));
    }

    private static Future<Void> assignee(Transaction tx, Log log, @Nullable UUID person) {
        if (person == null) return Future.succeededFuture();
        if (log.personal()) {
            return person.equals(log.id())
                    ? Future.succeededFuture()
                    : refuse("/assigned_to", "A personal task can only be your own.");
        }
        return tx.sql()
                .preparedQuery(MEMBER)
                .execute(Tuple.of(log.id(), person))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture()
                        : refuse("/assigned_to", "This person is not a member of the workspace."));
    }

    private static Future<Void> labels(Transaction tx, Log log, List<UUID> labels) {
        if (labels.isEmpty()) return Future.succeededFuture();
        if (log.personal()) return refuse("/labels", "A personal task has no labels.");
        return tx.sql()
                .preparedQuery(LABELS)
                .execute(Tuple.of(log.id()).addArrayOfUUID(TaskRows.uuids(labels)))
                .compose(rows -> rows.size() == labels.size()
                        ? Future.succeededFuture()
                        : refuse("/labels", "The workspace has no such label."));
    }

    /**
     * Fails with {@code validation_failed} at {@code /mentions/0} and so on; strangers and people who do not exist are
     * refused alike.
     *
     * @param known who is mentioned already, and may stay though they have gone
     */
    static Future<Void> mentions(Transaction tx, Log log, List<UUID> mentions, List<UUID> known) {
        List<UUID> added = mentions.stream().filter(id -> !known.contains(id)).toList();
        if (added.isEmpty()) return Future.succeededFuture();
        if (log.personal()) return mentioned(mentions, added, Set.of(log.id()));
        return tx.sql()
                .preparedQuery(MEMBERS)
                .execute(Tuple.of(log.id()).addArrayOfUUID(TaskRows.uuids(added)))
                .compose(rows -> {
                    Set<UUID> members = new HashSet<>();
                    for (Row row : rows) members.add(row.getUUID("user_id"));
                    return mentioned(mentions, added, members);
                });
    }

    private static Future<Void> mentioned(List<UUID> mentions, List<UUID> added, Set<UUID> members) {
        List<Problem.Fault> faults = added.stream()
                .filter(id -> !members.contains(id))
                .map(id -> new Problem.Fault(
                        "/mentions/" + mentions.indexOf(id), "This person is not a member of the workspace."))
                .toList();
        return faults.isEmpty() ? Future.succeededFuture() : Future.failedFuture(Problem.invalid(faults));
    }

    private static Future<Void> refuse(String pointer, String message) {
        return Future.failedFuture(Problem.invalid(pointer, message));
    }
}
