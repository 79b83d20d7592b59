package io.tandem.workspaces;

import io.tandem.platform.Problem;
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

/**
 * The one right check, for REST and live alike, inside the transaction it guards. Permission is the query itself: who has
 * no row does not see the workspace.
 */
public final class Access {

    private static final String ROLE =
            "SELECT role::text AS role FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2";

    private static final String ROLES = """
            SELECT m.user_id, m.workspace_id, m.role::text AS role
            FROM unnest($1::uuid[], $2::uuid[]) AS asked (user_id, workspace_id)
            JOIN workspaces_member m ON m.workspace_id = asked.workspace_id AND m.user_id = asked.user_id
            """;

    /** Keeps the membership as it is until the change it allows is committed: a removal waits, or is seen. */
    private static final String ROLE_FOR_CHANGE = ROLE + " FOR SHARE";

    private Access() {}

    /** The reader's role; fails with {@code not_found} for strangers and {@code forbidden} where the role is too low. */
    public static Future<Role> toRead(SqlClient sql, UUID workspaceId, UUID userId) {
        return require(sql, ROLE, workspaceId, userId, Capability.READ);
    }

    /** The roles of those among the asked-for who may read; whoever has none is missing. */
    static Future<Map<Membership, Role>> toRead(SqlClient sql, Set<Membership> asked) {
        UUID[] users = asked.stream().map(Membership::userId).toArray(UUID[]::new);
        UUID[] workspaces = asked.stream().map(Membership::workspaceId).toArray(UUID[]::new);
        return sql.preparedQuery(ROLES)
                .execute(Tuple.tuple().addArrayOfUUID(users).addArrayOfUUID(workspaces))
                .map(Access::roles);
    }

    private static Map<Membership, Role> roles(RowSet<Row> rows) {
        Map<Membership, Role> roles = new HashMap<>();
        for (Row row : rows) {
            Role role = Role.of(row.getString("role"));
            if (role.may(Capability.READ))
                roles.put(new Membership(row.getUUID("user_id"), row.getUUID("workspace_id")), role);
        }
        return roles;
    }

    public static Future<Role> require(SqlClient tx, UUID workspaceId, UUID userId, Capability capability) {
        return require(tx, ROLE_FOR_CHANGE, workspaceId, userId, capability);
    }

    private static Future<Role> require(
            SqlClient sql, String query, UUID workspaceId, UUID userId, Capability capability) {
        return sql.preparedQuery(query).execute(Tuple.of(workspaceId, userId)).map(rows -> {
            if (rows.size() == 0) throw Problem.notFound("workspace");
            Role role = Role.of(rows.iterator().next().getString("role"));
            if (!role.may(capability)) throw Problem.forbidden("As " + role.word() + " you may not do this here.");
            return role;
        });
    }
}
