package io.tandem.workspaces;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The columns' SQL. */
final class ColumnStore {

    static final String ID_KEY = "workspaces_column_pkey";

    private static final String ALL =
            "SELECT id, name, rank, done FROM workspaces_column WHERE workspace_id = $1 ORDER BY rank, id";

    private ColumnStore() {}

    static Future<List<Column>> all(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(ALL).execute(Tuple.of(workspaceId)).map(rows -> {
            List<Column> columns = new ArrayList<>(rows.size());
            for (Row row : rows) columns.add(column(row));
            return columns;
        });
    }

    private static Column column(Row row) {
        return new Column(row.getUUID("id"), row.getString("name"), row.getString("rank"), row.getBoolean("done"));
    }

    static Future<Void> insert(SqlClient tx, UUID workspaceId, List<Column> columns) {
        List<Tuple> values = columns.stream()
                .map(column -> Tuple.of(column.id(), workspaceId, column.name(), column.rank(), column.done()))
                .toList();
        return tx.preparedQuery(
                        "INSERT INTO workspaces_column (id, workspace_id, name, rank, done) VALUES ($1, $2, $3, $4, $5)")
                .executeBatch(values)
                .mapEmpty();
    }

    static Future<Void> update(SqlClient tx, Column column) {
        return tx.preparedQuery("UPDATE workspaces_column SET name = $2, rank = $3, done = $4 WHERE id = $1")
                .execute(Tuple.of(column.id(), column.name(), column.rank(), column.done()))
                .mapEmpty();
    }

    /** From here on nothing new comes into the column. */
    static Future<Void> lock(SqlClient tx, UUID columnId) {
        return tx.preparedQuery("SELECT 1 FROM workspaces_column WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(columnId))
                .mapEmpty();
    }

    static Future<Void> delete(SqlClient tx, UUID columnId) {
        return tx.preparedQuery("DELETE FROM workspaces_column WHERE id = $1")
                .execute(Tuple.of(columnId))
                .mapEmpty();
    }
}
