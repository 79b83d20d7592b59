package io.tandem.notifications;

import io.tandem.platform.Cursor;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
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

/** The SQL of listing notifications and marking them read. */
final class ListStore {

    /** The counter in the same statement, so that it is of the same moment as the list. */
    private static final String PAGE = """
            SELECT coalesce((SELECT unread FROM notifications_person WHERE user_id = $1), 0) AS unread, n.*
            FROM (SELECT 1) AS one LEFT JOIN LATERAL (SELECT
            """ + NotificationStore.COLUMNS + """
              FROM notifications_notification n
              WHERE n.user_id = $1 AND n.in_app AND ($2::boolean IS NULL OR (n.read_at IS NULL) = $2)
                AND ($3::text IS NULL OR n.kind = $3) AND ($4::uuid IS NULL OR n.workspace_id = $4)
                AND ($6::uuid IS NULL OR (n.read_at IS NOT NULL) > $5 OR ((n.read_at IS NOT NULL) = $5 AND n.id < $6))
              ORDER BY n.read_at IS NOT NULL, n.id DESC LIMIT $7
            ) AS n ON true
            """;

    /** Known is a workspace that one is a member of, or has heard of. */
    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM workspaces_member WHERE user_id = $1 AND workspace_id = $2)
              OR EXISTS (SELECT FROM notifications_notification WHERE user_id = $1 AND workspace_id = $2) AS known
            """;

    private static final String EXISTS =
            "SELECT FROM notifications_notification WHERE user_id = $1 AND id = $2 AND in_app";

    private static final String READ = """
            WITH read AS (
              UPDATE notifications_notification SET read_at = $2
              WHERE user_id = $1 AND read_at IS NULL AND in_app AND ($3::uuid IS NULL OR id = $3)
                AND ($4::uuid IS NULL OR workspace_id = $4) AND ($5::timestamptz IS NULL OR updated_at < $5)
              RETURNING id
            ), counted AS (
              UPDATE notifications_person SET unread = unread - (SELECT count(*) FROM read) WHERE user_id = $1
              RETURNING unread
            )
            SELECT ARRAY(SELECT id FROM read ORDER BY id) AS ids, unread FROM counted
            """;

    private ListStore() {}

    /** Fails with {@code not_found}. */
    static Future<Void> requireKnown(SqlClient sql, UUID person, @Nullable UUID workspaceId) {
        if (workspaceId == null) return Future.succeededFuture();
        return sql.preparedQuery(KNOWN).execute(Tuple.of(person, workspaceId)).map(rows -> {
            if (!rows.iterator().next().getBoolean("known")) throw Problem.notFound("workspace");
            return null;
        });
    }

    /** One more than fits, where there is one: that is how the page knows whether another one follows. */
    static Future<NotificationPage> page(SqlClient sql, UUID person, ListNotifications asked) {
        Cursor after = Cursor.parse(asked.cursor());
        Tuple values = Tuple.tuple()
                .addUUID(person)
                .addBoolean(asked.unread())
                .addString(asked.kind() == null ? null : asked.kind().word())
                .addUUID(asked.workspaceId())
                .addBoolean(after != null && after.number(0) > 0)
                .addUUID(after == null ? null : after.id(1))
                .addInteger(asked.limit() + 1);
        return sql.preparedQuery(PAGE).execute(values).map(rows -> page(rows, asked.limit()));
    }

    private static NotificationPage page(RowSet<Row> rows, int limit) {
        int unread = rows.iterator().next().getInteger("unread");
        List<Notification> found = new ArrayList<>(rows.size());
        for (Row row : rows) if (row.getUUID("id") != null) found.add(NotificationStore.notification(row));
        if (found.size() <= limit) return new NotificationPage(found, null, unread);
        List<Notification> items = List.copyOf(found.subList(0, limit));
        Notification last = items.getLast();
        Cursor next = Cursor.of(last.readAt() == null ? 0 : 1, last.id());
        return new NotificationPage(items, next.text(), unread);
    }

    static Future<Boolean> exists(SqlClient sql, UUID person, UUID id) {
        return sql.preparedQuery(EXISTS).execute(Tuple.of(person, id)).map(rows -> rows.size() > 0);
    }

    /**
     * Marks unread ones of somebody who is locked; answers with which they were, and how many are left.
     *
     * @param id only this one; null: any
     * @param workspaceId only what is about it; null: any
     * @param before only what is older; null: any
     */
    static Future<NotificationsRead> read(
            SqlClient tx,
            UUID person,
            Instant now,
            @Nullable UUID id,
            @Nullable UUID workspaceId,
            @Nullable Instant before) {
        Tuple values = Tuple.tuple()
                .addUUID(person)
                .addOffsetDateTime(utc(now))
                .addUUID(id)
                .addUUID(workspaceId)
                .addOffsetDateTime(before == null ? null : utc(before));
        return tx.preparedQuery(READ).execute(values).map(rows -> {
            Row row = rows.iterator().next();
            return new NotificationsRead(List.of(row.getArrayOfUUIDs("ids")), row.getInteger("unread"));
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
