package io.tandem.notifications;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of forgetting what is old. */
final class RetentionStore {

    private RetentionStore() {}

    /** People with unread notifications that are older than is kept. */
    static Future<List<UUID>> withUnread(SqlClient sql, Instant before, int limit) {
        return sql.preparedQuery("""
                        SELECT DISTINCT user_id FROM notifications_notification
                        WHERE updated_at < $1 AND read_at IS NULL AND in_app LIMIT $2
                        """).execute(Tuple.of(utc(before), limit)).map(rows -> {
            List<UUID> people = new ArrayList<>(rows.size());
            for (Row row : rows) people.add(row.getUUID("user_id"));
            return people;
        });
    }

    /** Forgets a batch of what is counted nowhere; answers how many went. */
    static Future<Integer> forget(SqlClient sql, Instant before, int batch) {
        return sql.preparedQuery("""
                        DELETE FROM notifications_notification WHERE id IN (
                          SELECT id FROM notifications_notification
                          WHERE updated_at < $1 AND (read_at IS NOT NULL OR NOT in_app) LIMIT $2)
                        """).execute(Tuple.of(utc(before), batch)).map(rows -> rows.rowCount());
    }

    static Future<Void> forgetCauses(SqlClient sql, Instant before) {
        return sql.preparedQuery("DELETE FROM notifications_cause WHERE at < $1")
                .execute(Tuple.of(utc(before)))
                .compose(gone -> sql.preparedQuery("DELETE FROM notifications_reminder WHERE due_at < $1")
                        .execute(Tuple.of(utc(before))))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
