package io.tandem.activity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The SQL of how far people have looked. */
final class SeenStore {

    private static final String ALL = """
            SELECT m.workspace_id, coalesce(s.seq, 0) AS seq
            FROM workspaces_member m LEFT JOIN activity_seen s USING (workspace_id, user_id)
            WHERE m.user_id = $1 ORDER BY m.workspace_id
            """;

    private static final String READ = "SELECT seq FROM activity_seen WHERE workspace_id = $1 AND user_id = $2";

    private static final String BEGIN =
            "INSERT INTO activity_seen AS s (workspace_id, user_id, seq) VALUES ($1, $2, $3)";

    private static final String ADVANCE =
            BEGIN + " ON CONFLICT (user_id, workspace_id) DO UPDATE SET seq = $3 WHERE s.seq < $3";

    private SeenStore() {}

    static Future<List<Seen>> all(SqlClient sql, UUID userId) {
        return sql.preparedQuery(ALL).execute(Tuple.of(userId)).map(rows -> {
            List<Seen> all = new ArrayList<>(rows.size());
            for (Row row : rows) all.add(new Seen(row.getUUID("workspace_id"), row.getLong("seq")));
            return all;
        });
    }

    static Map<UUID, Long> byWorkspace(List<Seen> seen) {
        Map<UUID, Long> positions = new LinkedHashMap<>();
        seen.forEach(one -> positions.put(one.workspaceId(), one.seq()));
        return positions;
    }

    static Future<Long> read(SqlClient sql, UUID workspaceId, UUID userId) {
        return sql.preparedQuery(READ)
                .execute(Tuple.of(workspaceId, userId))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("seq"));
    }

    static Future<Void> begin(SqlClient sql, UUID userId, Seen seen) {
        return sql.preparedQuery(BEGIN)
                .execute(Tuple.of(seen.workspaceId(), userId, seen.seq()))
                .mapEmpty();
    }

    /** Whether that was further than before. */
    static Future<Boolean> advance(SqlClient sql, UUID userId, Seen seen) {
        return sql.preparedQuery(ADVANCE)
                .execute(Tuple.of(seen.workspaceId(), userId, seen.seq()))
                .map(rows -> rows.rowCount() > 0);
    }
}
