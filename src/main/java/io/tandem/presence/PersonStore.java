package io.tandem.presence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The SQL of what is known of people while they are not there. */
final class PersonStore {

    private static final String SEEN = """
            INSERT INTO presence_person (user_id, last_seen_at)
            SELECT seen.user_id, seen.at FROM unnest($1::uuid[], $2::timestamptz[]) AS seen (user_id, at)
            WHERE EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = seen.user_id)
            ORDER BY seen.user_id
            ON CONFLICT (user_id) DO UPDATE
            SET last_seen_at = greatest(presence_person.last_seen_at, excluded.last_seen_at)
            """;

    private PersonStore() {}

    static Future<Status> status(SqlClient sql, UUID userId) {
        return sql.preparedQuery("SELECT status FROM presence_person WHERE user_id = $1")
                .execute(Tuple.of(userId))
                .map(PersonStore::status);
    }

    /** The row is made where there is none, and nobody else changes it until the transaction ends. */
    static Future<Status> lock(SqlClient tx, UUID userId) {
        return tx.preparedQuery("""
                        INSERT INTO presence_person (user_id) VALUES ($1)
                        ON CONFLICT (user_id) DO UPDATE SET user_id = excluded.user_id
                        RETURNING status
                        """).execute(Tuple.of(userId)).map(PersonStore::status);
    }

    private static Status status(RowSet<Row> rows) {
        return rows.size() == 0
                ? Status.AVAILABLE
                : Status.of(rows.iterator().next().getString("status"));
    }

    static Future<Void> setStatus(SqlClient tx, UUID userId, Status status) {
        return tx.preparedQuery("UPDATE presence_person SET status = $2 WHERE user_id = $1")
                .execute(Tuple.of(userId, status.word()))
                .mapEmpty();
    }

    /** Of those who ever said something of themselves. */
    static Future<Map<UUID, Status>> statuses(SqlClient sql, Collection<UUID> userIds) {
        return sql.preparedQuery("SELECT user_id, status FROM presence_person WHERE user_id = ANY($1)")
                .execute(Tuple.of(userIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Status> statuses = new HashMap<>();
                    for (Row row : rows) statuses.put(row.getUUID("user_id"), Status.of(row.getString("status")));
                    return statuses;
                });
    }

    /** Of those who were ever seen. */
    static Future<Map<UUID, Instant>> lastSeen(SqlClient sql, Collection<UUID> userIds) {
        return sql.preparedQuery("""
                        SELECT user_id, last_seen_at FROM presence_person
                        WHERE user_id = ANY($1) AND last_seen_at IS NOT NULL
                        """)
                .execute(Tuple.of(userIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Instant> seen = new HashMap<>();
                    for (Row row : rows)
                        seen.put(
                                row.getUUID("user_id"),
                                row.getOffsetDateTime("last_seen_at").toInstant());
                    return seen;
                });
    }

    /** In the order of their ids, as everybody who writes many does. */
    static Future<Void> seen(SqlClient sql, Map<UUID, Instant> seen) {
        UUID[] users = seen.keySet().toArray(UUID[]::new);
        OffsetDateTime[] moments =
                seen.values().stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return sql.preparedQuery(SEEN)
                .execute(Tuple.tuple().addArrayOfUUID(users).addArrayOfOffsetDateTime(moments))
                .mapEmpty();
    }
}
