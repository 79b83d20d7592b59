package io.tandem.tasks;

import static io.tandem.tasks.TaskRows.utc;

import io.tandem.platform.Call;
import io.tandem.platform.Json;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The SQL of many new tasks at once. */
final class CreateStore {

    /**
     * Everything the new tasks stand on, locked as it is for a single one. Nobody waits here for anybody: many are in this
     * transaction, and what is in somebody's hands just now is left out. With NOT EXISTS PostgreSQL would read all
     * operations there are instead of looking for some.
     */
    private static final String GROUNDS = """
            SELECT asked.n::int AS n, member.role, place.id AS column_id, place.done, counter.last_number, counter.tasks, (
                SELECT t.rank FROM tasks_task t WHERE t.log_id = workspace.id AND coalesce(t.column_id, t.log_id) = place.id
                ORDER BY t.rank DESC LIMIT 1) AS last_rank
            FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
                WITH ORDINALITY AS asked(workspace_id, actor_id, column_id, operation_id, n)
              CROSS JOIN LATERAL (
                SELECT w.id FROM workspaces_workspace w WHERE w.id = asked.workspace_id FOR KEY SHARE SKIP LOCKED) workspace
              CROSS JOIN LATERAL (
                SELECT m.role::text AS role FROM workspaces_member m
                WHERE m.workspace_id = asked.workspace_id AND m.user_id = asked.actor_id FOR SHARE SKIP LOCKED) member
              CROSS JOIN LATERAL (
                SELECT c.id, c.done FROM workspaces_column c
                WHERE c.workspace_id = asked.workspace_id AND c.id = coalesce(asked.column_id, (
                  SELECT f.id FROM workspaces_column f WHERE f.workspace_id = asked.workspace_id
                  ORDER BY f.done, f.rank, f.id LIMIT 1))
                FOR SHARE SKIP LOCKED) place
              CROSS JOIN LATERAL (
                SELECT k.last_number, k.tasks FROM tasks_counter k
                WHERE k.log_id = asked.workspace_id FOR UPDATE SKIP LOCKED) counter
            WHERE coalesce((
              SELECT false FROM journal_operation o
              WHERE o.actor_id = asked.actor_id AND o.operation_id = asked.operation_id), true)
            """;

    private static final String INSERT = """
            WITH counted AS (
              UPDATE tasks_counter k SET last_number = k.last_number + new.tasks, tasks = k.tasks + new.tasks
              FROM unnest($1::uuid[], $2::bigint[]) AS new(log_id, tasks) WHERE k.log_id = new.log_id
            )
            INSERT INTO tasks_task (
              id, log_id, workspace_id, number, title, description, column_id, rank, priority, due_at, labels, checklist,
              version, field_versions, created_by, created_at, updated_at, completed_at)
            SELECT t.id, t.log_id, t.log_id, t.number, t.title, t.description, t.column_id, t.rank, t.priority::tasks_priority,
              t.due_at, '{}', t.checklist::json, 1, '{}', t.created_by, t.created_at, t.created_at, t.completed_at
            FROM unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[],
                $11::timestamptz[], $12::text[], $13::uuid[], $14::timestamptz[], $15::timestamptz[])
              AS t(id, log_id, number, title, description, column_id, rank, priority, due_at, checklist, created_by,
                created_at, completed_at)
            """;

    private CreateStore() {}

    /**
     * What a new task stands on.
     *
     * @param lastNumber of the workspace's newest task
     * @param tasks how many it has
     * @param lastRank of the column's last task; null where it is empty
     */
    record Ground(
            Role role,
            PlaceStore.Column column,
            long lastNumber,
            long tasks,
            @Nullable String lastRank) {}

    /** In the order of the calls; null where the ground is not there, is locked, or the operation was carried out before. */
    static Future<List<@Nullable Ground>> grounds(SqlClient sql, List<Call<CreateTask>> calls) {
        return sql.preparedQuery(GROUNDS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(column(calls, call -> call.command().workspaceId(), UUID[]::new))
                        .addArrayOfUUID(column(calls, call -> call.actor().id(), UUID[]::new))
                        .addArrayOfUUID(column(calls, call -> call.command().columnId(), UUID[]::new))
                        .addArrayOfString(column(calls, Call::operationId, String[]::new)))
                .map(rows -> grounds(rows, calls.size()));
    }

    private static List<@Nullable Ground> grounds(RowSet<Row> rows, int calls) {
        @Nullable Ground[] grounds = new Ground[calls];
        for (Row row : rows) grounds[row.getInteger("n") - 1] = ground(row);
        return Arrays.asList(grounds);
    }

    private static Ground ground(Row row) {
        return new Ground(
                Role.of(row.getString("role")),
                new PlaceStore.Column(row.getUUID("column_id"), row.getBoolean("done")),
                row.getLong("last_number"),
                row.getLong("tasks"),
                row.getString("last_rank"));
    }

    /**
     * Writes tasks that are assigned to nobody and have no labels.
     *
     * @param counts how many of them are new in each log
     */
    static Future<?> insert(SqlClient sql, List<Task> tasks, Map<UUID, Long> counts) {
        List<UUID> logs = List.copyOf(counts.keySet());
        return sql.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(column(logs, log -> log, UUID[]::new))
                        .addArrayOfLong(column(logs, counts::get, Long[]::new))
                        .addArrayOfUUID(column(tasks, Task::id, UUID[]::new))
                        .addArrayOfUUID(column(tasks, Task::workspaceId, UUID[]::new))
                        .addArrayOfLong(column(tasks, Task::number, Long[]::new))
                        .addArrayOfString(column(tasks, Task::title, String[]::new))
                        .addArrayOfString(column(tasks, Task::description, String[]::new))
                        .addArrayOfUUID(column(tasks, Task::columnId, UUID[]::new))
                        .addArrayOfString(column(tasks, Task::rank, String[]::new))
                        .addArrayOfString(column(tasks, task -> task.priority().word(), String[]::new))
                        .addArrayOfOffsetDateTime(column(tasks, task -> utc(task.dueAt()), OffsetDateTime[]::new))
                        .addArrayOfString(column(tasks, task -> Json.encode(task.checklist()), String[]::new))
                        .addArrayOfUUID(column(tasks, Task::createdBy, UUID[]::new))
                        .addArrayOfOffsetDateTime(column(tasks, task -> utc(task.createdAt()), OffsetDateTime[]::new))
                        .addArrayOfOffsetDateTime(
                                column(tasks, task -> utc(task.completedAt()), OffsetDateTime[]::new)));
    }

    private static <E, T> @Nullable T[] column(
            List<E> rows, Function<E, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
