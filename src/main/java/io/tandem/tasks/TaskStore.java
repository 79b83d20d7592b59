package io.tandem.tasks;

import static io.tandem.tasks.TaskRows.COLUMNS;
import static io.tandem.tasks.TaskRows.utc;
import static io.tandem.tasks.TaskRows.uuids;

import io.tandem.journal.Log;
import io.tandem.journal.PlaceTaken;
import io.tandem.platform.Failures;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The SQL of single tasks and of many at once. */
final class TaskStore {

    private static final String LOG_OF_VISIBLE =
            "SELECT t.log_id, t.workspace_id FROM tasks_task t WHERE t.id = $2 AND " + TaskRows.VISIBLE;

    private static final String LOCK = "SELECT " + COLUMNS + " FROM tasks_task t WHERE t.id = $1 FOR UPDATE";

    private static final String LOCK_IN_COLUMN =
            "SELECT " + COLUMNS + " FROM tasks_task t WHERE t.column_id = $1 ORDER BY t.rank, t.id FOR UPDATE";

    private static final String LOCK_WITH_LABEL =
            "SELECT " + COLUMNS + " FROM tasks_task t WHERE t.workspace_id = $1 AND t.labels @> ARRAY[$2::uuid]"
                    + " ORDER BY t.id FOR UPDATE";

    private static final String LOCK_OF_ASSIGNEE = "SELECT " + COLUMNS
            + " FROM tasks_task t WHERE t.workspace_id = $1 AND t.assigned_to = $2" + " ORDER BY t.id FOR UPDATE";

    /** The counter's row is locked here, right before the journal's: numbers have no gaps and creates wait no longer. */
    private static final String INSERT = """
            WITH counter AS (
              INSERT INTO tasks_counter AS c (log_id, workspace_id, last_number, tasks) VALUES ($2, $3, 1, 1)
              ON CONFLICT (log_id) DO UPDATE SET last_number = c.last_number + 1, tasks = c.tasks + 1
              RETURNING last_number, tasks
            ), task AS (
              INSERT INTO tasks_task (
                id, log_id, workspace_id, number, title, description, column_id, rank, priority, due_at, assigned_to, labels,
                checklist, version, field_versions, created_by, created_at, updated_at, completed_at)
              SELECT $1, $2, $3, counter.last_number, $4, $5, $6, $7, $8::text::tasks_priority, $9, $10, $11,
                $12::text::json, $13, '{}', $14, $15, $15, $16
              FROM counter
            )
            SELECT last_number, tasks FROM counter
            """;

    /** An unchanged description is left alone: a long one would be compressed and stored again. */
    private static final String SAVE_CONTENT = """
            UPDATE tasks_task SET title = $2, description = coalesce($3, description), priority = $4::text::tasks_priority,
              due_at = $5, labels = $6, checklist = $7::text::json, assigned_to = $8, version = $9,
              field_versions = $10::text::json, updated_at = $11
            WHERE id = $1
            """;

    private static final String SAVE_PLACES = """
            UPDATE tasks_task t SET column_id = n.column_id, rank = n.rank, completed_at = n.completed_at,
              assigned_to = n.assigned_to, version = n.version, field_versions = n.field_versions::json, updated_at = $1
            FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $7::bigint[], $8::text[])
              AS n(id, column_id, rank, completed_at, assigned_to, version, field_versions)
            WHERE t.id = n.id
            """;

    private static final String DROP_LABEL = """
            UPDATE tasks_task t SET labels = array_remove(t.labels, $2::uuid), version = n.version,
              field_versions = n.field_versions::json, updated_at = $1
            FROM unnest($3::uuid[], $4::bigint[], $5::text[]) AS n(id, version, field_versions)
            WHERE t.id = n.id
            """;

    private static final String DELETE = """
            WITH gone AS (DELETE FROM tasks_task WHERE id = $1 RETURNING log_id)
            UPDATE tasks_counter c SET tasks = c.tasks - 1 FROM gone WHERE c.log_id = gone.log_id
            """;

    private TaskStore() {}

    /** The log of a task the reader may see; fails with {@code not_found}. */
    static Future<Log> logOfVisible(SqlClient sql, UUID readerId, UUID taskId) {
        return sql.preparedQuery(LOG_OF_VISIBLE)
                .execute(Tuple.of(readerId, taskId))
                .map(rows -> TaskRows.log(first(rows)));
    }

    /** The task, which nobody else changes until the transaction ends; fails with {@code not_found}. */
    static Future<TaskRow> lock(SqlClient sql, UUID taskId) {
        return sql.preparedQuery(LOCK).execute(Tuple.of(taskId)).map(rows -> TaskRows.of(first(rows)));
    }

    static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) throw Problem.notFound("task");
        return rows.iterator().next();
    }

    /** In their order. */
    static Future<List<TaskRow>> lockInColumn(SqlClient sql, UUID columnId) {
        return sql.preparedQuery(LOCK_IN_COLUMN).execute(Tuple.of(columnId)).map(TaskRows::all);
    }

    static Future<List<TaskRow>> lockWithLabel(SqlClient sql, UUID workspaceId, UUID labelId) {
        return sql.preparedQuery(LOCK_WITH_LABEL)
                .execute(Tuple.of(workspaceId, labelId))
                .map(TaskRows::all);
    }

    static Future<List<TaskRow>> lockOfAssignee(SqlClient sql, UUID workspaceId, UUID userId) {
        return sql.preparedQuery(LOCK_OF_ASSIGNEE)
                .execute(Tuple.of(workspaceId, userId))
                .map(TaskRows::all);
    }

    /** The number a new task got, and how many there are in its log with it. */
    record Counted(long number, long tasks) {}

    /** Fails with {@code id_taken} (409), or {@link PlaceTaken}. */
    static Future<Counted> insert(SqlClient sql, Log log, Task task) {
        Tuple values = Tuple.tuple()
                .addUUID(task.id())
                .addUUID(log.id())
                .addUUID(task.workspaceId())
                .addString(task.title())
                .addString(task.description())
                .addUUID(task.columnId())
                .addString(task.rank())
                .addString(task.priority().word())
                .addOffsetDateTime(utc(task.dueAt()))
                .addUUID(task.assignedTo())
                .addArrayOfUUID(uuids(task.labels()))
                .addString(Json.encode(task.checklist()))
                .addLong(task.version())
                .addUUID(task.createdBy())
                .addOffsetDateTime(utc(task.createdAt()))
                .addOffsetDateTime(utc(task.completedAt()));
        return sql.preparedQuery(INSERT)
                .execute(values)
                .recover(TaskStore::taken)
                .map(rows -> rows.iterator().next())
                .map(row -> new Counted(row.getLong("last_number"), row.getLong("tasks")));
    }

    static Future<Void> saveContent(SqlClient sql, TaskRow row, boolean description) {
        Task task = row.task();
        Tuple values = Tuple.tuple()
                .addUUID(task.id())
                .addString(task.title())
                .addString(description ? task.description() : null)
                .addString(task.priority().word())
                .addOffsetDateTime(utc(task.dueAt()))
                .addArrayOfUUID(uuids(task.labels()))
                .addString(Json.encode(task.checklist()))
                .addUUID(task.assignedTo())
                .addLong(task.version())
                .addString(Json.encode(row.fieldVersions()))
                .addOffsetDateTime(utc(task.updatedAt()));
        return sql.preparedQuery(SAVE_CONTENT).execute(values).mapEmpty();
    }

    /**
     * Writes where tasks stand, whether they are completed, and who has them, in one statement; fails with
     * {@link PlaceTaken}.
     */
    static Future<Void> savePlaces(SqlClient sql, OffsetDateTime now, List<TaskRow> rows) {
        if (rows.isEmpty()) return Future.succeededFuture();
        Tuple values = Tuple.tuple()
                .addOffsetDateTime(now)
                .addArrayOfUUID(array(rows, Task::id, UUID[]::new))
                .addArrayOfUUID(array(rows, Task::columnId, UUID[]::new))
                .addArrayOfString(array(rows, Task::rank, String[]::new))
                .addArrayOfOffsetDateTime(array(rows, task -> utc(task.completedAt()), OffsetDateTime[]::new))
                .addArrayOfUUID(array(rows, Task::assignedTo, UUID[]::new))
                .addArrayOfLong(array(rows, Task::version, Long[]::new))
                .addArrayOfString(fieldVersions(rows));
        return sql.preparedQuery(SAVE_PLACES)
                .execute(values)
                .recover(TaskStore::taken)
                .mapEmpty();
    }

    static Future<Void> dropLabel(SqlClient sql, OffsetDateTime now, UUID labelId, List<TaskRow> rows) {
        if (rows.isEmpty()) return Future.succeededFuture();
        Tuple values = Tuple.tuple()
                .addOffsetDateTime(now)
                .addUUID(labelId)
                .addArrayOfUUID(array(rows, Task::id, UUID[]::new))
                .addArrayOfLong(array(rows, Task::version, Long[]::new))
                .addArrayOfString(fieldVersions(rows));
        return sql.preparedQuery(DROP_LABEL).execute(values).mapEmpty();
    }

    private static <T> @Nullable T[] array(
            List<TaskRow> rows, Function<Task, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(row -> value.apply(row.task())).toArray(array);
    }

    private static String[] fieldVersions(List<TaskRow> rows) {
        return rows.stream().map(row -> Json.encode(row.fieldVersions())).toArray(String[]::new);
    }

    static Future<Void> delete(SqlClient sql, UUID taskId) {
        return sql.preparedQuery(DELETE).execute(Tuple.of(taskId)).mapEmpty();
    }

    private static <T> Future<T> taken(Throwable failure) {
        if (Failures.violates(failure, "tasks_task_rank_key")) return Future.failedFuture(new PlaceTaken(failure));
        if (Failures.violates(failure, "tasks_task_pkey")) return Future.failedFuture(Problem.idTaken());
        return Future.failedFuture(failure);
    }
}
