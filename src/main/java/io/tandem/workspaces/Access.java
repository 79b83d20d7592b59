package io.tandem.workspaces;

import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * The one right check, for REST and live alike, inside the transaction it guards. Permission is the query itself: who has
 * no row does not see the workspace.
 */
public final class Access {

    private static final String ROLE =
            "SELECT role::text AS role FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2";

    /** Keeps the membership as it is until the change it allows is committed: a removal waits, or is seen. */
    private static final String ROLE_FOR_CHANGE = ROLE + " FOR SHARE";

    private Access() {}

    /** The reader's role; fails with {@code not_found} for strangers and {@code forbidden} where the role is too low. */
    public static Future<Role> toRead(SqlClient sql, UUID workspaceId, UUID userId) {
        return require(sql, ROLE, workspaceId, userId, Capability.READ);
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
