package io.tandem.tasks;

import io.tandem.platform.Failures;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of labels. */
final class LabelStore {

    private static final String OF_WORKSPACE =
            "SELECT id, name, color FROM tasks_label WHERE workspace_id = $1 ORDER BY lower(name), id";

    /** One after another: two at once must not both be the last that fits. */
    private static final String QUEUE = "SELECT FROM workspaces_workspace WHERE id = $1 FOR NO KEY UPDATE";

    private static final String COUNT = "SELECT count(*) AS labels FROM tasks_label WHERE workspace_id = $1";

    private LabelStore() {}

    static Future<List<Label>> ofWorkspace(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(OF_WORKSPACE).execute(Tuple.of(workspaceId)).map(LabelStore::labels);
    }

    private static List<Label> labels(RowSet<Row> rows) {
        List<Label> labels = new ArrayList<>(rows.size());
        for (Row row : rows) labels.add(label(row));
        return labels;
    }

    private static Label label(Row row) {
        return new Label(row.getUUID("id"), row.getString("name"), LabelColor.of(row.getString("color")));
    }

    static Future<Void> queue(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(QUEUE).execute(Tuple.of(workspaceId)).mapEmpty();
    }

    static Future<Long> count(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(COUNT)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.iterator().next().getLong("labels"));
    }

    /** Nobody puts the label on a task until the transaction ends; fails with {@code not_found}. */
    static Future<Label> lock(SqlClient sql, UUID workspaceId, UUID labelId) {
        return sql.preparedQuery(
                        "SELECT id, name, color FROM tasks_label WHERE workspace_id = $1 AND id = $2 FOR UPDATE")
                .execute(Tuple.of(workspaceId, labelId))
                .map(rows -> {
                    if (rows.size() == 0) throw Problem.notFound("label");
                    return label(rows.iterator().next());
                });
    }

    /** Fails with {@code id_taken} (409), or {@code validation_failed} where the name is in use. */
    static Future<Void> insert(SqlClient sql, UUID workspaceId, Label label) {
        return sql.preparedQuery("INSERT INTO tasks_label (id, workspace_id, name, color) VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(
                        label.id(), workspaceId, label.name(), label.color().word()))
                .recover(LabelStore::taken)
                .mapEmpty();
    }

    static Future<Void> save(SqlClient sql, Label label) {
        return sql.preparedQuery("UPDATE tasks_label SET name = $2, color = $3 WHERE id = $1")
                .execute(Tuple.of(label.id(), label.name(), label.color().word()))
                .recover(LabelStore::taken)
                .mapEmpty();
    }

    static Future<Void> delete(SqlClient sql, UUID labelId) {
        return sql.preparedQuery("DELETE FROM tasks_label WHERE id = $1")
                .execute(Tuple.of(labelId))
                .mapEmpty();
    }

    private static <T> Future<T> taken(Throwable failure) {
        if (Failures.violates(failure, "tasks_label_pkey")) return Future.failedFuture(Problem.idTaken());
        if (Failures.violates(failure, "tasks_label_name_key")) {
            return Future.failedFuture(Problem.invalid("/name", "There is a label of this name."));
        }
        return Future.failedFuture(failure);
    }
}
