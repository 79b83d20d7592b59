package io.tandem.tasks;

import io.tandem.journal.Log;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of columns and of the places in them. A column read here is kept from going away or changing its meaning until
 * the transaction ends; it is always read before the task is locked.
 */
final class PlaceStore {

    /** A column a task may stand in. */
    record Column(UUID id, boolean done) {}

    private static final String COLUMN =
            "SELECT id, done FROM workspaces_column WHERE workspace_id = $1 AND id = $2 FOR SHARE";

    private static final String FIRST_TO_DO =
            "SELECT id, done FROM workspaces_column WHERE workspace_id = $1 ORDER BY done, rank, id LIMIT 1 FOR SHARE";

    private static final String FIRST_THAT_MEANS =
            "SELECT id, done FROM workspaces_column WHERE workspace_id = $1 AND done = $2"
                    + " ORDER BY rank, id LIMIT 1 FOR SHARE";

    /** Whoever wants to put a task there waits, and then sees what became of the column. */
    private static final String SEAL =
            "SELECT id, done FROM workspaces_column WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE";

    /** A personal list is its owner's column. */
    private static final String LAST = """
            SELECT rank FROM tasks_task
            WHERE log_id = $1 AND coalesce(column_id, log_id) = $2 AND id IS DISTINCT FROM $3
            ORDER BY rank DESC LIMIT 1
            """;

    private static final String BESIDE = """
            SELECT b.rank,
              (SELECT t.rank FROM tasks_task t WHERE t.log_id = $1 AND coalesce(t.column_id, t.log_id) = $2
                AND t.rank < b.rank AND t.id <> $3 ORDER BY t.rank DESC LIMIT 1) AS previous,
              (SELECT t.rank FROM tasks_task t WHERE t.log_id = $1 AND coalesce(t.column_id, t.log_id) = $2
                AND t.rank > b.rank AND t.id <> $3 ORDER BY t.rank LIMIT 1) AS next
            FROM tasks_task b WHERE b.id = $4 AND b.log_id = $1 AND coalesce(b.column_id, b.log_id) = $2
            """;

    private PlaceStore() {}

    static Future<@Nullable Column> column(SqlClient sql, UUID workspaceId, UUID columnId) {
        return sql.preparedQuery(COLUMN)
                .execute(Tuple.of(workspaceId, columnId))
                .map(PlaceStore::column);
    }

    /** The first column that does not mean done, else the first. */
    static Future<@Nullable Column> firstToDo(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(FIRST_TO_DO).execute(Tuple.of(workspaceId)).map(PlaceStore::column);
    }

    static Future<@Nullable Column> firstThatMeans(SqlClient sql, UUID workspaceId, boolean done) {
        return sql.preparedQuery(FIRST_THAT_MEANS)
                .execute(Tuple.of(workspaceId, done))
                .map(PlaceStore::column);
    }

    private static @Nullable Column column(RowSet<Row> rows) {
        return rows.size() == 0 ? null : column(rows.iterator().next());
    }

    private static Column column(Row row) {
        return new Column(row.getUUID("id"), row.getBoolean("done"));
    }

    /** Locks columns against everybody who wants to put a task there; answers with the last one named. */
    static Future<@Nullable Column> seal(SqlClient sql, UUID workspaceId, UUID... ids) {
        UUID wanted = ids[ids.length - 1];
        return sql.preparedQuery(SEAL)
                .execute(Tuple.of(workspaceId).addArrayOfUUID(ids))
                .map(rows -> {
                    for (Row row : rows) if (row.getUUID("id").equals(wanted)) return column(row);
                    return null;
                });
    }

    /** The place at the end of a list; a task that is in it already does not count. */
    static Future<TaskPlace> end(SqlClient sql, Log log, @Nullable UUID columnId, @Nullable UUID taskId) {
        return sql.preparedQuery(LAST)
                .execute(Tuple.of(log.id(), list(log, columnId), taskId))
                .map(rows -> new TaskPlace(
                        rows.size() == 0 ? null : rows.iterator().next().getString("rank"), null));
    }

    /** The places before and after a task of a list, as if {@code taskId} were not there; null where it is not in it. */
    static Future<@Nullable Beside> beside(
            SqlClient sql, Log log, @Nullable UUID columnId, UUID taskId, UUID neighbourId) {
        return sql.preparedQuery(BESIDE)
                .execute(Tuple.of(log.id(), list(log, columnId), taskId, neighbourId))
                .map(rows -> rows.size() == 0 ? null : beside(rows.iterator().next()));
    }

    record Beside(TaskPlace before, TaskPlace after) {}

    private static Beside beside(Row row) {
        String rank = row.getString("rank");
        return new Beside(new TaskPlace(row.getString("previous"), rank), new TaskPlace(rank, row.getString("next")));
    }

    private static UUID list(Log log, @Nullable UUID columnId) {
        return columnId == null ? log.id() : columnId;
    }
}
