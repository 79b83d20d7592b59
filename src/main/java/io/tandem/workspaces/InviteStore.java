package io.tandem.workspaces;

import io.tandem.workspaces.InviteReads.Invited;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invites' SQL. */
final class InviteStore {

    private static final String COLUMNS =
            "i.id, i.role::text AS role, i.max_uses, i.uses, i.expires_at, i.email_domain, i.email, i.created_by, i.created_at";

    private static final String IS_GOOD =
            "i.revoked_at IS NULL AND i.expires_at > $2 AND (i.max_uses IS NULL OR i.uses < i.max_uses)";

    private InviteStore() {}

    /** An invite as somebody finds it who has the token. */
    record Found(Invite invite, UUID workspaceId, String workspaceName, boolean revoked) {}

    static Future<@Nullable Found> byToken(SqlClient sql, Buffer tokenHash) {
        return sql.preparedQuery("SELECT " + COLUMNS + """
                        , i.workspace_id, w.name AS workspace_name, i.revoked_at IS NOT NULL AS revoked
                        FROM workspaces_invite i JOIN workspaces_workspace w ON w.id = i.workspace_id
                        WHERE i.token_hash = $1
                        """)
                .execute(Tuple.of(tokenHash))
                .map(rows -> rows.size() == 0 ? null : found(rows.iterator().next()));
    }

    private static Found found(Row row) {
        return new Found(
                invite(row), row.getUUID("workspace_id"), row.getString("workspace_name"), row.getBoolean("revoked"));
    }

    /** Takes one use, in one statement: of fifty at once that want the last one, one gets it. Null: none is left. */
    static Future<@Nullable Invite> use(SqlClient tx, UUID inviteId, Instant now) {
        return tx.preparedQuery("UPDATE workspaces_invite i SET uses = i.uses + 1 WHERE i.id = $1 AND " + IS_GOOD
                        + " RETURNING " + COLUMNS)
                .execute(Tuple.of(inviteId, utc(now)))
                .map(rows -> rows.size() == 0 ? null : invite(rows.iterator().next()));
    }

    /** Good ones before {@code before}, the newest first. */
    static Future<List<Invite>> page(SqlClient sql, UUID workspaceId, Instant now, @Nullable UUID before, int limit) {
        return sql.preparedQuery("SELECT " + COLUMNS + " FROM workspaces_invite i WHERE i.workspace_id = $1 AND "
                        + IS_GOOD + " AND ($3::uuid IS NULL OR i.id < $3) ORDER BY i.id DESC LIMIT $4")
                .execute(Tuple.of(workspaceId, utc(now), before, limit))
                .map(InviteStore::invites);
    }

    static Future<Integer> countGood(SqlClient tx, UUID workspaceId, Instant now) {
        return tx.preparedQuery(
                        "SELECT count(*)::int AS invites FROM workspaces_invite i WHERE i.workspace_id = $1 AND "
                                + IS_GOOD)
                .execute(Tuple.of(workspaceId, utc(now)))
                .map(rows -> rows.iterator().next().getInteger("invites"));
    }

    /** How many people somebody has invited by e-mail since then, in whatever workspaces. */
    static Future<Integer> countPersonal(SqlClient tx, UUID userId, Instant since) {
        return tx.preparedQuery("""
                        SELECT count(*)::int AS invites FROM workspaces_invite
                        WHERE created_by = $1 AND created_at > $2 AND email IS NOT NULL
                        """)
                .execute(Tuple.of(userId, utc(since)))
                .map(rows -> rows.iterator().next().getInteger("invites"));
    }

    /** Who an invite is for, while it is good and they are outside; null where there is nobody. */
    static Future<@Nullable Invited> invited(SqlClient sql, UUID inviteId, Instant now) {
        return sql.preparedQuery("""
                        SELECT u.id AS user_id, i.workspace_id, i.role::text AS role
                        FROM workspaces_invite i JOIN accounts_user u ON lower(u.email) = lower(i.email)
                        WHERE i.id = $1 AND NOT EXISTS (
                          SELECT FROM workspaces_member m WHERE m.workspace_id = i.workspace_id AND m.user_id = u.id)
                        AND\s""" + IS_GOOD)
                .execute(Tuple.of(inviteId, utc(now)))
                .map(rows -> rows.size() == 0 ? null : invited(rows.iterator().next()));
    }

    private static Invited invited(Row row) {
        return new Invited(row.getUUID("user_id"), row.getUUID("workspace_id"), Role.of(row.getString("role")));
    }

    static Future<Void> insert(SqlClient tx, UUID workspaceId, Invite invite, Buffer tokenHash) {
        return tx.preparedQuery("""
                        INSERT INTO workspaces_invite (id, workspace_id, token_hash, role, max_uses, uses, expires_at,
                          email_domain, email, created_by, created_at)
                        VALUES ($1, $2, $3, $4::text::workspaces_role, $5, $6, $7, $8, $9, $10, $11)
                        """)
                .execute(Tuple.from(new @Nullable Object[] {
                    invite.id(),
                    workspaceId,
                    tokenHash,
                    invite.role().word(),
                    invite.maxUses(),
                    invite.uses(),
                    utc(invite.expiresAt()),
                    invite.emailDomain(),
                    invite.email(),
                    invite.createdBy(),
                    utc(invite.createdAt())
                }))
                .mapEmpty();
    }

    /** Null where there is none that could be revoked. */
    static Future<@Nullable Invite> revoke(SqlClient tx, UUID workspaceId, UUID inviteId, Instant now) {
        return tx.preparedQuery("UPDATE workspaces_invite i SET revoked_at = $3 WHERE i.workspace_id = $1 AND i.id = $2"
                        + " AND i.revoked_at IS NULL RETURNING " + COLUMNS)
                .execute(Tuple.of(workspaceId, inviteId, utc(now)))
                .map(rows -> rows.size() == 0 ? null : invite(rows.iterator().next()));
    }

    /** Revokes all good ones that somebody made; answers with them. */
    static Future<List<Invite>> revokeOf(SqlClient tx, UUID workspaceId, UUID userId, Instant now) {
        return tx.preparedQuery("UPDATE workspaces_invite i SET revoked_at = $2 WHERE i.workspace_id = $1 AND "
                        + "i.created_by = $3 AND " + IS_GOOD + " RETURNING " + COLUMNS)
                .execute(Tuple.of(workspaceId, utc(now), userId))
                .map(InviteStore::invites);
    }

    private static List<Invite> invites(RowSet<Row> rows) {
        List<Invite> invites = new ArrayList<>(rows.size());
        for (Row row : rows) invites.add(invite(row));
        return invites;
    }

    private static Invite invite(Row row) {
        return new Invite(
                row.getUUID("id"),
                Role.of(row.getString("role")),
                row.getInteger("max_uses"),
                row.getInteger("uses"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("email_domain"),
                row.getString("email"),
                row.getUUID("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                null,
                null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
