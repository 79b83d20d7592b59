package io.tandem.notifications;

import io.tandem.notifications.Notification.Content;
import io.tandem.notifications.Notification.Head;
import io.tandem.notifications.Told.Item;
import io.tandem.platform.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of writing notifications. */
final class NotificationStore {

    static final String COLUMNS = """
            n.id, n.user_id, n.kind, n.workspace_id, n.content::text AS content, n.count, n.quiet, n.in_app, n.mail,
            n.created_at, n.updated_at, n.read_at
            """;

    private static final String CAUSES = """
            INSERT INTO notifications_cause (log_id, seq, user_id, kind, at)
            SELECT $1, c.seq, c.user_id, c.kind, $2 FROM unnest($3::bigint[], $4::uuid[], $5::text[]) AS c(seq, user_id, kind)
            ON CONFLICT DO NOTHING RETURNING seq, user_id, kind
            """;

    private static final String OPEN = "SELECT " + COLUMNS + """
             FROM notifications_notification n
            WHERE n.user_id = ANY($1) AND n.task_id = ANY($2) AND n.read_at IS NULL AND n.created_at >= $3
            """;

    private static final String SAVE = """
            INSERT INTO notifications_notification AS n (id, user_id, kind, workspace_id, task_id, content, count, quiet,
              in_app, mail, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6::text::json, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (id) DO UPDATE SET content = excluded.content, count = excluded.count, quiet = excluded.quiet,
              mail = coalesce(excluded.mail, n.mail), updated_at = excluded.updated_at
            """;

    private NotificationStore() {}

    /** Notes what is about to be told; answers with the notices whose cause told nobody of it before. */
    static Future<List<Notice>> causes(SqlClient tx, UUID log, List<Notice> notices, Instant now) {
        Tuple values = Tuple.of(log, utc(now))
                .addArrayOfLong(notices.stream().map(Notice::seq).toArray(Long[]::new))
                .addArrayOfUUID(notices.stream().map(Notice::userId).toArray(UUID[]::new))
                .addArrayOfString(
                        notices.stream().map(notice -> notice.kind().word()).toArray(String[]::new));
        return tx.preparedQuery(CAUSES).execute(values).map(rows -> {
            Set<Cause> fresh = new HashSet<>();
            for (Row row : rows) fresh.add(Cause.of(row));
            return notices.stream()
                    .filter(notice -> fresh.contains(Cause.of(notice)))
                    .toList();
        });
    }

    private record Cause(long seq, UUID userId, Kind kind) {

        static Cause of(Row row) {
            return new Cause(row.getLong("seq"), row.getUUID("user_id"), Kind.of(row.getString("kind")));
        }

        static Cause of(Notice notice) {
            return new Cause(notice.seq(), notice.userId(), notice.kind());
        }
    }

    /** What is unread and about the tasks of these notices, and not older than may still grow. */
    static Future<List<Item>> open(SqlClient tx, List<Notice> notices, Instant since) {
        UUID[] tasks = notices.stream()
                .map(notice -> notice.content().taskId())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        if (tasks.length == 0) return Future.succeededFuture(List.of());
        UUID[] people = notices.stream().map(Notice::userId).distinct().toArray(UUID[]::new);
        return tx.preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(people)
                        .addArrayOfUUID(tasks)
                        .addValue(utc(since)))
                .map(NotificationStore::items);
    }

    private static List<Item> items(RowSet<Row> rows) {
        List<Item> items = new ArrayList<>(rows.size());
        for (Row row : rows) {
            items.add(new Item(
                    row.getUUID("user_id"),
                    notification(row),
                    row.getBoolean("in_app"),
                    "wanted".equals(row.getString("mail")),
                    false));
        }
        return items;
    }

    static Notification notification(Row row) {
        Head head = new Head(
                row.getUUID("id"),
                Kind.of(row.getString("kind")),
                row.getUUID("workspace_id"),
                row.getInteger("count"),
                row.getBoolean("quiet"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                instant(row.getOffsetDateTime("read_at")));
        return Notification.of(head, Json.decode(row.getString("content"), Content.class));
    }

    static Future<Void> save(SqlClient tx, Collection<Item> items) {
        if (items.isEmpty()) return Future.succeededFuture();
        return tx.preparedQuery(SAVE)
                .executeBatch(items.stream().map(NotificationStore::values).toList())
                .mapEmpty();
    }

    private static Tuple values(Item item) {
        Notification told = item.notification();
        return Tuple.from(new @Nullable Object[] {
            told.id(),
            item.userId(),
            told.kind().word(),
            told.workspaceId(),
            told.content().taskId(),
            Json.encode(told.content()),
            told.count(),
            told.quiet(),
            item.inApp(),
            item.mailWanted() ? "wanted" : null,
            utc(told.createdAt()),
            utc(told.updatedAt())
        });
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
