package io.tandem.accounts;

import io.tandem.platform.Actor;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions' SQL. All times are the database's: the instances' clocks may differ. */
final class SessionStore {

    private SessionStore() {}

    static Future<Void> insert(SqlClient sql, UUID sessionId, UUID userId, int days) {
        return sql.preparedQuery("""
                        INSERT INTO accounts_session (id, user_id, created_at, expires_at)
                        VALUES ($1, $2, now(), now() + make_interval(days => $3))
                        """).execute(Tuple.of(sessionId, userId, days)).mapEmpty();
    }

    static Future<Void> insertToken(SqlClient sql, UUID sessionId, Buffer hash) {
        return sql.preparedQuery(
                        "INSERT INTO accounts_refresh_token (hash, session_id, issued_at) VALUES ($1, $2, now())")
                .execute(Tuple.of(hash, sessionId))
                .mapEmpty();
    }

    /** Who the living ones of some sessions belong to. */
    static Future<Map<UUID, Actor>> actors(SqlClient sql, Set<UUID> sessionIds) {
        return sql.preparedQuery("""
                        SELECT s.id AS session_id, u.id, u.name
                        FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id
                        WHERE s.id = ANY($1) AND s.expires_at > now()
                        """)
                .execute(Tuple.of(sessionIds.toArray(UUID[]::new)))
                .map(SessionStore::actors);
    }

    private static Map<UUID, Actor> actors(RowSet<Row> rows) {
        Map<UUID, Actor> actors = new HashMap<>();
        for (Row row : rows) actors.put(row.getUUID("session_id"), actor(row));
        return actors;
    }

    private static Actor actor(Row row) {
        return new Actor(row.getUUID("id"), row.getString("name"), row.getUUID("session_id"));
    }

    /** A living session by one of its refresh tokens, used or not. */
    record Found(UUID sessionId, User user) {}

    /** Locks the session, not the token: ending it goes the same way, so that neither waits for the other for ever. */
    static Future<@Nullable Found> lockByToken(SqlClient sql, Buffer hash) {
        return sql.preparedQuery("""
                        SELECT s.id AS session_id, %s
                        FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id
                        WHERE s.id = (SELECT session_id FROM accounts_refresh_token WHERE hash = $1)
                          AND s.expires_at > now()
                        FOR UPDATE OF s
                        """.formatted(Users.COLUMNS))
                .execute(Tuple.of(hash))
                .map(rows -> rows.size() == 0 ? null : found(rows.iterator().next()));
    }

    private static Found found(Row row) {
        return new Found(row.getUUID("session_id"), Users.user(row));
    }

    /** Whether a token was used longer ago than the grace. */
    static Future<Boolean> isReused(SqlClient sql, Buffer hash, int graceSeconds) {
        return sql.preparedQuery("""
                        SELECT coalesce(used_at < clock_timestamp() - make_interval(secs => $2), false) AS reused
                        FROM accounts_refresh_token WHERE hash = $1
                        """)
                .execute(Tuple.of(hash, (double) graceSeconds))
                .map(rows -> rows.size() == 0 || rows.iterator().next().getBoolean("reused"));
    }

    /** The first use counts: a repeat within the grace does not make the grace longer. */
    static Future<Void> use(SqlClient sql, Buffer hash) {
        return sql.preparedQuery(
                        "UPDATE accounts_refresh_token SET used_at = coalesce(used_at, clock_timestamp()) WHERE hash = $1")
                .execute(Tuple.of(hash))
                .mapEmpty();
    }

    static Future<Void> prolong(SqlClient sql, UUID sessionId, int days) {
        return sql.preparedQuery(
                        "UPDATE accounts_session SET expires_at = now() + make_interval(days => $2) WHERE id = $1")
                .execute(Tuple.of(sessionId, days))
                .mapEmpty();
    }

    /** Answers whether there was one. */
    static Future<Boolean> end(SqlClient sql, UUID sessionId) {
        return sql.preparedQuery("DELETE FROM accounts_session WHERE id = $1")
                .execute(Tuple.of(sessionId))
                .map(done -> done.rowCount() > 0);
    }

    static Future<Boolean> endAll(SqlClient sql, UUID userId) {
        return sql.preparedQuery("DELETE FROM accounts_session WHERE user_id = $1")
                .execute(Tuple.of(userId))
                .map(done -> done.rowCount() > 0);
    }

    /** Answers with the sessions that ended. */
    static Future<List<UUID>> endOthers(SqlClient sql, UUID userId, UUID kept) {
        return sql.preparedQuery("DELETE FROM accounts_session WHERE user_id = $1 AND id <> $2 RETURNING id")
                .execute(Tuple.of(userId, kept))
                .map(rows -> {
                    List<UUID> ended = new ArrayList<>();
                    for (Row row : rows) ended.add(row.getUUID("id"));
                    return ended;
                });
    }

    /** Used tokens are kept as long as somebody may come with them: a thief's use shows when the owner comes back. */
    static Future<Void> prune(SqlClient sql, int days) {
        return sql.query("DELETE FROM accounts_session WHERE expires_at < now()")
                .execute()
                .compose(done -> sql.preparedQuery(
                                "DELETE FROM accounts_refresh_token WHERE used_at < now() - make_interval(days => $1)")
                        .execute(Tuple.of(days)))
                .mapEmpty();
    }
}
