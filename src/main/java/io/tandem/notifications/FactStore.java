package io.tandem.notifications;

import io.tandem.notifications.Facts.Discussed;
import io.tandem.notifications.Notification.AboutTask;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of what must be known to decide who hears of an event. */
final class FactStore {

    /** Keeps the memberships until the transaction ends: a removal waits, or is seen. */
    private static final String MEMBERS = """
            SELECT user_id, role::text AS role FROM workspaces_member
            WHERE workspace_id = $1 AND (user_id = ANY($2) OR role IN ('owner', 'admin'))
            ORDER BY user_id FOR KEY SHARE
            """;

    /** Each comment's task, with who had said something about it before. */
    private static final String TASKS = """
            SELECT c.id AS comment_id, t.id, t.number, t.title, t.created_by, t.assigned_to,
              ARRAY(SELECT DISTINCT o.author_id FROM tasks_comment o
                WHERE o.task_id = t.id AND (o.created_at, o.id) < (c.created_at, c.id)) AS commenters
            FROM tasks_comment c JOIN tasks_task t ON t.id = c.task_id WHERE c.id = ANY($1)
            """;

    private FactStore() {}

    static Future<@Nullable String> workspaceName(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery("SELECT name FROM workspaces_workspace WHERE id = $1")
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("name"));
    }

    static Future<Map<UUID, Role>> members(SqlClient tx, UUID workspaceId, Collection<UUID> candidates) {
        return tx.preparedQuery(MEMBERS)
                .execute(Tuple.of(workspaceId).addArrayOfUUID(candidates.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Role> members = new LinkedHashMap<>();
                    for (Row row : rows) members.put(row.getUUID("user_id"), Role.of(row.getString("role")));
                    return members;
                });
    }

    static Future<Map<UUID, String>> names(SqlClient sql, Collection<UUID> people) {
        if (people.isEmpty()) return Future.succeededFuture(Map.of());
        return sql.preparedQuery("SELECT id, name FROM accounts_user WHERE id = ANY($1)")
                .execute(Tuple.tuple().addArrayOfUUID(people.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> names = new HashMap<>();
                    for (Row row : rows) names.put(row.getUUID("id"), row.getString("name"));
                    return names;
                });
    }

    /** By the id of the task. What has been deleted meanwhile is not among them. */
    static Future<Map<UUID, Discussed>> discussed(SqlClient sql, Collection<UUID> comments) {
        if (comments.isEmpty()) return Future.succeededFuture(Map.of());
        return sql.preparedQuery(TASKS)
                .execute(Tuple.tuple().addArrayOfUUID(comments.toArray(UUID[]::new)))
                .map(FactStore::discussed);
    }

    private static Map<UUID, Discussed> discussed(RowSet<Row> rows) {
        Map<UUID, Discussed> tasks = new HashMap<>();
        for (Row row : rows) {
            tasks.computeIfAbsent(row.getUUID("id"), id -> discussed(row))
                    .commenters()
                    .put(row.getUUID("comment_id"), List.of(row.getArrayOfUUIDs("commenters")));
        }
        return tasks;
    }

    private static Discussed discussed(Row row) {
        return new Discussed(
                new AboutTask(row.getUUID("id"), row.getLong("number"), row.getString("title")),
                row.getUUID("created_by"),
                row.getUUID("assigned_to"),
                new HashMap<>());
    }

    /** All who come into question because of what they did with a task. */
    static Collection<UUID> people(Map<UUID, Discussed> tasks) {
        List<UUID> people = new ArrayList<>();
        tasks.values().forEach(task -> {
            people.add(task.createdBy());
            if (task.assignedTo() != null) people.add(task.assignedTo());
            task.commenters().values().forEach(people::addAll);
        });
        return people;
    }
}
