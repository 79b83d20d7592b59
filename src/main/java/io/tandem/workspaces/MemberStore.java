package io.tandem.workspaces;

import io.tandem.platform.Cursor;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members' SQL. */
final class MemberStore {

    private static final String READ = """
            SELECT m.user_id, u.name, u.email, m.role::text AS role, m.joined_at
            FROM workspaces_member m JOIN accounts_user u ON u.id = m.user_id
            """;

    private static final String PAGE = READ + """
            WHERE m.workspace_id = $1 AND ($2::timestamptz IS NULL OR (m.joined_at, m.user_id) > ($2, $3::uuid))
            ORDER BY m.joined_at, m.user_id LIMIT $4
            """;

    private MemberStore() {}

    /** Fails with {@code not_found} where this is no member. */
    static Future<Member> read(SqlClient sql, UUID workspaceId, UUID userId) {
        return find(sql, workspaceId, userId).map(member -> {
            if (member == null) throw Problem.notFound("member");
            return member;
        });
    }

    static Future<@Nullable Member> find(SqlClient sql, UUID workspaceId, UUID userId) {
        return sql.preparedQuery(READ + "WHERE m.workspace_id = $1 AND m.user_id = $2")
                .execute(Tuple.of(workspaceId, userId))
                .map(rows -> rows.size() == 0 ? null : member(rows.iterator().next()));
    }

    static Future<Boolean> hasEmail(SqlClient sql, UUID workspaceId, String email) {
        return sql.preparedQuery(READ + "WHERE m.workspace_id = $1 AND lower(u.email) = lower($2)")
                .execute(Tuple.of(workspaceId, email))
                .map(rows -> rows.size() > 0);
    }

    static Future<List<Member>> all(SqlClient sql, UUID workspaceId) {
        return sql.preparedQuery(READ + "WHERE m.workspace_id = $1 ORDER BY m.joined_at, m.user_id")
                .execute(Tuple.of(workspaceId))
                .map(MemberStore::members);
    }

    /** From the place after {@code (joined_at, user_id)} on; null: from the beginning. */
    static Future<List<Member>> page(SqlClient sql, UUID workspaceId, @Nullable Cursor after, int limit) {
        Tuple values = after == null
                ? Tuple.of(workspaceId, null, null, limit)
                : Tuple.of(workspaceId, after.time(0).atOffset(ZoneOffset.UTC), after.id(1), limit);
        return sql.preparedQuery(PAGE).execute(values).map(MemberStore::members);
    }

    private static List<Member> members(RowSet<Row> rows) {
        List<Member> members = new ArrayList<>(rows.size());
        for (Row row : rows) members.add(member(row));
        return members;
    }

    private static Member member(Row row) {
        return new Member(
                row.getUUID("user_id"),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getOffsetDateTime("joined_at").toInstant());
    }

    /** A person joins, creates or is renamed one at a time, so that nobody comes in under a name of yesterday. */
    static Future<Void> lockPerson(SqlClient tx, UUID userId) {
        return tx.preparedQuery("SELECT 1 FROM accounts_user WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(userId))
                .mapEmpty();
    }

    /** Waits for whoever works as this member, then reads what they left. */
    static Future<Member> lock(SqlClient tx, UUID workspaceId, UUID userId) {
        return tx.preparedQuery("SELECT 1 FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2 FOR UPDATE")
                .execute(Tuple.of(workspaceId, userId))
                .compose(locked -> read(tx, workspaceId, userId));
    }

    /** In the order of their ids, as everybody who locks many does. */
    static Future<Void> lockAll(SqlClient tx, UUID workspaceId) {
        return tx.preparedQuery("SELECT 1 FROM workspaces_member WHERE workspace_id = $1 ORDER BY user_id FOR UPDATE")
                .execute(Tuple.of(workspaceId))
                .mapEmpty();
    }

    static Future<Integer> count(SqlClient tx, UUID workspaceId) {
        return count(tx, "workspace_id", workspaceId);
    }

    static Future<Integer> countOf(SqlClient tx, UUID userId) {
        return count(tx, "user_id", userId);
    }

    private static Future<Integer> count(SqlClient tx, String column, UUID id) {
        return tx.preparedQuery("SELECT count(*)::int AS members FROM workspaces_member WHERE " + column + " = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getInteger("members"));
    }

    static Future<Void> insert(SqlClient tx, UUID workspaceId, UUID userId, Role role, Instant now) {
        return tx.preparedQuery("""
                        INSERT INTO workspaces_member (workspace_id, user_id, role, joined_at)
                        VALUES ($1, $2, $3::text::workspaces_role, $4)
                        """)
                .execute(Tuple.of(workspaceId, userId, role.word(), now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Void> setRole(SqlClient tx, UUID workspaceId, UUID userId, Role role) {
        return tx.preparedQuery("""
                        UPDATE workspaces_member SET role = $3::text::workspaces_role
                        WHERE workspace_id = $1 AND user_id = $2
                        """)
                .execute(Tuple.of(workspaceId, userId, role.word()))
                .mapEmpty();
    }

    static Future<Void> delete(SqlClient tx, UUID workspaceId, UUID userId) {
        return tx.preparedQuery("DELETE FROM workspaces_member WHERE workspace_id = $1 AND user_id = $2")
                .execute(Tuple.of(workspaceId, userId))
                .mapEmpty();
    }

    /** The workspaces somebody is in, kept as they are until the transaction ends. */
    static Future<List<UUID>> keepMemberships(SqlClient tx, UUID userId) {
        return tx.preparedQuery(
                        "SELECT workspace_id FROM workspaces_member WHERE user_id = $1 ORDER BY workspace_id FOR SHARE")
                .execute(Tuple.of(userId))
                .map(rows -> {
                    List<UUID> workspaces = new ArrayList<>(rows.size());
                    for (Row row : rows) workspaces.add(row.getUUID("workspace_id"));
                    return workspaces;
                });
    }
}
