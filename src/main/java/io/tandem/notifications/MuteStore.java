package io.tandem.notifications;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of what people have muted. */
final class MuteStore {

    private static final String GONE = """
            (m.task_id IS NOT NULL AND NOT EXISTS (SELECT FROM tasks_task t WHERE t.id = m.task_id)
              OR m.workspace_id IS NOT NULL AND NOT EXISTS (SELECT FROM workspaces_member w
                WHERE w.workspace_id = m.workspace_id AND w.user_id = m.user_id))
            """;

    private MuteStore() {}

    static Future<List<Mute>> all(SqlClient sql, UUID person) {
        return sql.preparedQuery("""
                        SELECT workspace_id, task_id FROM notifications_mute WHERE user_id = $1
                        ORDER BY task_id IS NOT NULL, workspace_id, task_id
                        """).execute(Tuple.of(person)).map(MuteStore::mutes);
    }

    private static List<Mute> mutes(RowSet<Row> rows) {
        List<Mute> mutes = new ArrayList<>(rows.size());
        for (Row row : rows) mutes.add(new Mute(row.getUUID("workspace_id"), row.getUUID("task_id")));
        return mutes;
    }

    /** Answers whether it was not muted before. */
    static Future<Boolean> add(SqlClient tx, UUID person, Mute mute) {
        return tx.preparedQuery("""
                        INSERT INTO notifications_mute (user_id, workspace_id, task_id) VALUES ($1, $2, $3)
                        ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(person, mute.workspaceId(), mute.taskId()))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * Null where it was not muted.
     *
     * @param mute of a task may leave out where that is
     */
    static Future<@Nullable Mute> remove(SqlClient tx, UUID person, Mute mute) {
        return tx.preparedQuery("""
                        DELETE FROM notifications_mute WHERE user_id = $1
                          AND CASE WHEN $3::uuid IS NULL THEN workspace_id = $2 AND task_id IS NULL ELSE task_id = $3 END
                        RETURNING workspace_id, task_id
                        """)
                .execute(Tuple.of(person, mute.workspaceId(), mute.taskId()))
                .map(rows -> rows.size() == 0 ? null : mutes(rows).getFirst());
    }

    /** People who have muted what they cannot see any more. */
    static Future<List<UUID>> withLeftovers(SqlClient sql, int limit) {
        return sql.preparedQuery("SELECT DISTINCT m.user_id FROM notifications_mute m WHERE " + GONE + " LIMIT $1")
                .execute(Tuple.of(limit))
                .map(rows -> {
                    List<UUID> people = new ArrayList<>(rows.size());
                    for (Row row : rows) people.add(row.getUUID("user_id"));
                    return people;
                });
    }

    static Future<List<Mute>> removeLeftovers(SqlClient tx, UUID person) {
        return tx.preparedQuery("DELETE FROM notifications_mute m WHERE m.user_id = $1 AND " + GONE
                        + " RETURNING m.workspace_id, m.task_id")
                .execute(Tuple.of(person))
                .map(MuteStore::mutes);
    }
}
