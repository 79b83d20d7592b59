package io.tandem.snapshots;

import io.tandem.journal.Position;
import io.tandem.workspaces.Role;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The snapshots' own SQL. */
final class SnapshotStore {

    /** Right and position in one statement, so that both are of one moment. */
    private static final String GLANCES = """
            SELECT m.user_id, m.workspace_id, m.role::text AS role, h.epoch, h.seq
            FROM unnest($1::uuid[], $2::uuid[]) AS asked (user_id, workspace_id)
            JOIN workspaces_member m ON m.workspace_id = asked.workspace_id AND m.user_id = asked.user_id
            JOIN journal_head h ON h.log_id = m.workspace_id
            """;

    private SnapshotStore() {}

    /** Whoever is no member is missing. */
    static Future<Map<Membership, Glance>> glances(SqlClient sql, Set<Membership> readers) {
        UUID[] users = readers.stream().map(Membership::userId).toArray(UUID[]::new);
        UUID[] workspaces = readers.stream().map(Membership::workspaceId).toArray(UUID[]::new);
        return sql.preparedQuery(GLANCES)
                .execute(Tuple.tuple().addArrayOfUUID(users).addArrayOfUUID(workspaces))
                .map(SnapshotStore::glances);
    }

    private static Map<Membership, Glance> glances(RowSet<Row> rows) {
        Map<Membership, Glance> glances = new HashMap<>();
        for (Row row : rows) {
            Membership reader = new Membership(row.getUUID("user_id"), row.getUUID("workspace_id"));
            Position position = new Position(row.getUUID("epoch"), row.getLong("seq"));
            glances.put(reader, new Glance(Role.of(row.getString("role")), position));
        }
        return glances;
    }
}
