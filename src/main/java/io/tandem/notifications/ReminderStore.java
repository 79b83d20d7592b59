package io.tandem.notifications;

import io.tandem.notifications.Notification.AboutTask;
import io.tandem.notifications.Notification.Content;
import io.tandem.notifications.Reminders.Due;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The SQL of what is due soon. */
final class ReminderStore {

    /** $1 the moment. Whose it is: the assignee; of a personal task its owner; else nobody. */
    private static final String IS_DUE =
            """
            FROM tasks_task t
            JOIN accounts_user u ON u.id = CASE WHEN t.workspace_id IS NULL THEN t.log_id ELSE t.assigned_to END
            LEFT JOIN notifications_person p ON p.user_id = u.id
            WHERE t.completed_at IS NULL AND t.due_at > $1 AND t.due_at <= $1::timestamptz + interval '%d hours'
              AND t.due_at <= $1::timestamptz + make_interval(hours => coalesce(p.due_soon_hours, %d))
              AND (t.workspace_id IS NULL OR EXISTS (
                SELECT FROM workspaces_member m WHERE m.workspace_id = t.workspace_id AND m.user_id = u.id))
              AND NOT EXISTS (SELECT FROM notifications_reminder r
                WHERE r.task_id = t.id AND r.due_at = t.due_at AND r.user_id = u.id)
            """.formatted(Preferences.DUE_SOON_HOURS_MAX, Preferences.DEFAULT.dueSoonHours());

    private static final String DUE =
            "SELECT t.id, u.id AS user_id, u.name " + IS_DUE + " ORDER BY u.id, t.due_at LIMIT $2";

    /** A task that is just being changed is left for the next look. */
    private static final String REMIND = """
            WITH due AS (
              SELECT t.id, t.number, t.title, t.due_at, t.workspace_id
            """ + IS_DUE + """
              AND u.id = $2 AND t.id = ANY($3) ORDER BY t.id FOR SHARE OF t SKIP LOCKED
            ), reminded AS (
              INSERT INTO notifications_reminder (task_id, due_at, user_id) SELECT id, due_at, $2 FROM due
              ON CONFLICT DO NOTHING RETURNING task_id
            )
            SELECT due.*, w.name AS workspace_name FROM due JOIN reminded ON reminded.task_id = due.id
            LEFT JOIN workspaces_workspace w ON w.id = due.workspace_id ORDER BY due.due_at, due.id
            """;

    private ReminderStore() {}

    static Future<List<Due>> due(SqlClient sql, Instant now, int limit) {
        return sql.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> {
                    List<Due> due = new ArrayList<>(rows.size());
                    for (Row row : rows)
                        due.add(new Due(row.getUUID("id"), row.getUUID("user_id"), row.getString("name")));
                    return due;
                });
    }

    /** Notes whom it is about to remind of what; answers with what nobody has reminded them of before. */
    static Future<List<Notice>> remind(SqlClient tx, UUID person, Collection<UUID> tasks, Instant now) {
        return tx.preparedQuery(REMIND)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), person, tasks.toArray(UUID[]::new)))
                .map(rows -> {
                    List<Notice> notices = new ArrayList<>(rows.size());
                    for (Row row : rows) notices.add(notice(row, person, now));
                    return notices;
                });
    }

    private static Notice notice(Row row, UUID person, Instant now) {
        AboutTask task = new AboutTask(row.getUUID("id"), row.getLong("number"), row.getString("title"));
        Content content = new Content(
                row.getString("workspace_name"),
                task,
                null,
                null,
                null,
                null,
                row.getOffsetDateTime("due_at").toInstant(),
                null);
        return new Notice(person, Kind.DUE_SOON, row.getUUID("workspace_id"), content, 0, now);
    }
}
