package io.tandem.tasks;

import io.tandem.journal.Log;
import io.tandem.platform.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks between PostgreSQL's rows and records. */
final class TaskRows {

    /** Of {@code tasks_task t}. */
    static final String COLUMNS = """
            t.id, t.log_id, t.workspace_id, t.number, t.title, t.description, t.column_id, t.rank,
            t.priority::text AS priority, t.due_at, t.assigned_to, t.labels, t.checklist::text AS checklist,
            t.comment_count, t.version, t.field_versions::text AS field_versions, t.created_by, t.created_at, t.updated_at, t.completed_at
            """;

    /** What $1 may see: one's own personal tasks, and those of every workspace one is a member of. */
    static final String VISIBLE = """
            (t.workspace_id IS NULL AND t.log_id = $1 OR EXISTS (
              SELECT FROM workspaces_member m WHERE m.workspace_id = t.workspace_id AND m.user_id = $1))
            """;

    private TaskRows() {}

    static List<TaskRow> all(RowSet<Row> rows) {
        List<TaskRow> tasks = new ArrayList<>(rows.size());
        for (Row row : rows) tasks.add(of(row));
        return tasks;
    }

    static List<Task> tasks(RowSet<Row> rows) {
        List<Task> tasks = new ArrayList<>(rows.size());
        for (Row row : rows) tasks.add(task(row));
        return tasks;
    }

    static TaskRow of(Row row) {
        return new TaskRow(task(row), log(row), Json.decode(row.getString("field_versions"), FieldVersions.class));
    }

    static Log log(Row row) {
        return new Log(row.getUUID("log_id"), row.getUUID("workspace_id") == null);
    }

    /** By the places of {@link #COLUMNS}: to look for names takes most of the time in a snapshot of thousands of tasks. */
    static Task task(Row row) {
        return new Task(
                row.getUUID(0),
                row.getUUID(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getUUID(6),
                row.getString(7),
                Priority.of(row.getString(8)),
                instant(row.getOffsetDateTime(9)),
                row.getUUID(10),
                List.of(row.getArrayOfUUIDs(11)),
                checklist(row.getString(12)),
                row.getInteger(13),
                row.getLong(14),
                row.getUUID(16),
                row.getOffsetDateTime(17).toInstant(),
                row.getOffsetDateTime(18).toInstant(),
                instant(row.getOffsetDateTime(19)));
    }

    /** Most tasks have none. */
    private static List<ChecklistItem> checklist(String json) {
        return json.equals("[]") ? List.of() : List.of(Json.decode(json, ChecklistItem[].class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static UUID[] uuids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
