package io.tandem.tasks;

import static io.tandem.tasks.TaskRows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of lists of tasks. */
final class TaskListStore {

    private static final String SELECT = "SELECT " + TaskRows.COLUMNS + " FROM tasks_task t WHERE ";

    private static final String IN_WORKSPACE = """
            t.workspace_id = $2 AND EXISTS (
              SELECT FROM workspaces_member m WHERE m.workspace_id = $2 AND m.user_id = $1)
            AND ($3::uuid IS NULL OR t.assigned_to = $3)
            """;

    private static final String PERSONAL =
            "t.log_id = $1 AND t.workspace_id IS NULL AND $2::uuid IS NULL AND $3::uuid IS NULL";

    private static final String OF_PERSON = "t.assigned_to = $3 AND $2::uuid IS NULL AND " + TaskRows.VISIBLE;

    private static final String FILTERS = """
             AND ($4::uuid IS NULL OR t.column_id = $4)
            AND ($5::uuid IS NULL OR t.labels @> ARRAY[$5::uuid])
            AND ($6::timestamptz IS NULL OR t.due_at < $6)
            AND ($7::timestamptz IS NULL OR t.due_at >= $7)
            AND ($8::boolean IS NULL OR (t.completed_at IS NOT NULL) = $8)
            AND ($9::text IS NULL OR strpos(lower(t.title), lower($9)) > 0 OR strpos(lower(t.description), lower($9)) > 0
              OR t.number = $10::bigint)
            """;

    private static final String BY_RANK = """
             AND ($12::uuid IS NULL OR (t.rank, t.id) > ($11::text, $12))
            ORDER BY t.rank, t.id LIMIT $13
            """;

    private static final String BY_DUE_TIME = """
             AND ($12::uuid IS NULL OR (coalesce(t.due_at, 'infinity'), t.id) > (coalesce($11::timestamptz, 'infinity'), $12))
            ORDER BY coalesce(t.due_at, 'infinity'), t.id LIMIT $13
            """;

    private static final String OF_LOG =
            SELECT + "t.log_id = $1 AND (t.workspace_id IS NULL) = $2 ORDER BY t.rank, t.id";

    private static final String SOME = SELECT + "t.id = ANY ($2) AND " + TaskRows.VISIBLE;

    private static final String ONE = SELECT + "t.id = $2 AND " + TaskRows.VISIBLE;

    private TaskListStore() {}

    /** What the reader may see of what is asked for, at most {@code limit}. */
    static Future<List<Task>> list(
            SqlClient sql, UUID readerId, ListTasks asked, @Nullable TaskCursor after, int limit) {
        Tuple values = Tuple.tuple()
                .addUUID(readerId)
                .addUUID(asked.workspaceId())
                .addUUID(asked.assignedTo())
                .addUUID(asked.columnId())
                .addUUID(asked.label())
                .addOffsetDateTime(utc(asked.dueBefore()))
                .addOffsetDateTime(utc(asked.dueAfter()))
                .addBoolean(asked.completed())
                .addString(asked.q())
                .addLong(asked.number());
        if (asked.byRank()) values.addString(after == null ? null : after.rank());
        else values.addOffsetDateTime(after == null ? null : utc(after.dueAt()));
        values.addUUID(after == null ? null : after.id()).addInteger(limit);
        return sql.preparedQuery(query(asked)).execute(values).map(TaskRows::tasks);
    }

    private static String query(ListTasks asked) {
        if (asked.workspaceId() != null) return SELECT + IN_WORKSPACE + FILTERS + BY_RANK;
        return SELECT + (asked.byRank() ? PERSONAL + FILTERS + BY_RANK : OF_PERSON + FILTERS + BY_DUE_TIME);
    }

    static Future<List<Task>> ofLog(SqlClient sql, UUID logId, boolean personal) {
        return sql.preparedQuery(OF_LOG).execute(Tuple.of(logId, personal)).map(TaskRows::tasks);
    }

    static Future<List<Task>> some(SqlClient sql, UUID readerId, List<UUID> taskIds) {
        return sql.preparedQuery(SOME)
                .execute(Tuple.tuple().addUUID(readerId).addArrayOfUUID(TaskRows.uuids(taskIds)))
                .map(TaskRows::tasks);
    }

    /** Fails with {@code not_found}. */
    static Future<Task> one(SqlClient sql, UUID readerId, UUID taskId) {
        return sql.preparedQuery(ONE)
                .execute(Tuple.of(readerId, taskId))
                .map(rows -> TaskRows.task(TaskStore.first(rows)));
    }
}
