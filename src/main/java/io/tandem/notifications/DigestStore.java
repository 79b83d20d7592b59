package io.tandem.notifications;

import io.tandem.notifications.MailingLetter.Wanted;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of digests. */
final class DigestStore {

    static final int CHANGES_MAX = 1_000;
    static final int LINES_MAX = 20;

    private static final String CHANGED = """
            SELECT p.user_id, p.digest AS rhythm, p.digest_hour AS hour, u.time_zone, coalesce(d.next_at, now()) AS next_at,
              d.last_at, d.last_day
            FROM notifications_person p JOIN accounts_user u ON u.id = p.user_id
            LEFT JOIN notifications_digest d USING (user_id)
            WHERE p.digest <> 'off'
              AND (d.rhythm, d.hour, d.time_zone) IS DISTINCT FROM (p.digest, p.digest_hour, u.time_zone)
            ORDER BY p.user_id LIMIT $1
            """;

    private static final String PLAN = """
            INSERT INTO notifications_digest (user_id, rhythm, hour, time_zone, next_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (user_id) DO UPDATE SET rhythm = excluded.rhythm, hour = excluded.hour,
              time_zone = excluded.time_zone, next_at = excluded.next_at
            """;

    private static final String FORGET = """
            DELETE FROM notifications_digest d USING notifications_person p
            WHERE p.user_id = d.user_id AND p.digest = 'off'
            """;

    /** Whose wishes have just changed waits until the moment is worked out anew. */
    private static final String DUE = """
            SELECT d.* FROM notifications_digest d
            JOIN notifications_person p USING (user_id) JOIN accounts_user u ON u.id = d.user_id
            WHERE d.next_at <= now() AND (d.rhythm, d.hour, d.time_zone) = (p.digest, p.digest_hour, u.time_zone)
            ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED
            """;

    private static final String TOLD =
            "UPDATE notifications_digest SET next_at = $2, last_at = $3, last_day = $4 WHERE user_id = $1";

    private static final String UNREAD = "SELECT " + NotificationStore.COLUMNS + MailingStore.WITH_MEMBER + """
            WHERE n.user_id = $1 AND n.read_at IS NULL AND n.in_app AND n.updated_at > $2
            """
            + MailingStore.MAY_KNOW + " ORDER BY n.updated_at DESC, n.id LIMIT $3";

    private static final String TASKS = """
            SELECT t.id, t.number, t.title, t.due_at, t.workspace_id, w.name AS workspace_name
            FROM tasks_task t LEFT JOIN workspaces_workspace w ON w.id = t.workspace_id
            WHERE t.due_at < $2 AND t.completed_at IS NULL
              AND (t.workspace_id IS NULL AND t.log_id = $1
                OR t.assigned_to = $1
                  AND EXISTS (SELECT FROM workspaces_member m WHERE m.workspace_id = t.workspace_id AND m.user_id = $1))
            ORDER BY t.due_at, t.id LIMIT $3
            """;

    /** Only the newest events are looked at: a busy log must not be counted from its beginning. */
    private static final String CHANGES = """
            SELECT w.id, w.name, c.changes
            FROM workspaces_member m JOIN workspaces_workspace w ON w.id = m.workspace_id
            CROSS JOIN LATERAL (
              SELECT count(*)::int AS changes FROM (
                SELECT at, actor_id FROM journal_event WHERE log_id = w.id ORDER BY seq DESC LIMIT $3) e
              WHERE e.at > greatest($2, m.joined_at) AND e.actor_id <> $1) c
            WHERE m.user_id = $1 AND c.changes > 0
              AND NOT EXISTS (SELECT FROM notifications_mute q
                WHERE q.user_id = $1 AND q.workspace_id = w.id AND q.task_id IS NULL)
            ORDER BY c.changes DESC, w.name LIMIT $4
            """;

    private DigestStore() {}

    /** @param workspace null for a personal task */
    record Due(
            UUID id,
            long number,
            String title,
            Instant dueAt,
            @Nullable UUID workspaceId,
            @Nullable String workspace) {}

    record Changes(UUID workspaceId, String workspace, int count) {}

    /** People whose rhythm, hour or time zone is another than their plan was made for, in the order everybody locks them. */
    static Future<List<DigestPlan>> changed(SqlClient sql, int limit) {
        return sql.preparedQuery(CHANGED).execute(Tuple.of(limit)).map(rows -> {
            List<DigestPlan> plans = new ArrayList<>();
            for (Row row : rows) plans.add(plan(row));
            return plans;
        });
    }

    static Future<Void> plan(SqlClient sql, List<DigestPlan> plans) {
        if (plans.isEmpty()) return Future.succeededFuture();
        List<Tuple> rows = plans.stream()
                .map(plan ->
                        Tuple.of(plan.person(), plan.rhythm().word(), plan.hour(), plan.zone(), utc(plan.nextAt())))
                .toList();
        return sql.preparedQuery(PLAN).executeBatch(rows).mapEmpty();
    }

    static Future<Void> forgetUnwanted(SqlClient sql) {
        return sql.query(FORGET).execute().mapEmpty();
    }

    /** The digest that has been due for the longest, locked; none that another instance writes just now. */
    static Future<Optional<DigestPlan>> due(SqlClient tx) {
        return tx.query(DUE).execute().map(rows -> {
            for (Row row : rows) return Optional.of(plan(row));
            return Optional.empty();
        });
    }

    private static DigestPlan plan(Row row) {
        OffsetDateTime lastAt = row.getOffsetDateTime("last_at");
        LocalDate lastDay = row.getLocalDate("last_day");
        return new DigestPlan(
                row.getUUID("user_id"),
                Digest.of(row.getString("rhythm")),
                row.getInteger("hour"),
                row.getString("time_zone"),
                row.getOffsetDateTime("next_at").toInstant(),
                lastAt == null ? null : lastAt.toInstant(),
                lastDay);
    }

    static Future<Void> waitAnew(SqlClient sql, UUID person) {
        return sql.preparedQuery(
                        "UPDATE notifications_digest SET next_at = now() WHERE user_id = $1 AND next_at < now()")
                .execute(Tuple.of(person))
                .mapEmpty();
    }

    static Future<Void> told(SqlClient tx, DigestPlan next) {
        Instant lastAt = next.lastAt();
        return tx.preparedQuery(TOLD)
                .execute(Tuple.of(
                        next.person(), utc(next.nextAt()), lastAt == null ? null : utc(lastAt), next.lastDay()))
                .mapEmpty();
    }

    /** The newest first. */
    static Future<List<Wanted>> unread(SqlClient tx, UUID person, Instant since) {
        return tx.preparedQuery(UNREAD)
                .execute(Tuple.of(person, utc(since), LINES_MAX))
                .map(MailingStore::wanted);
    }

    /** What a person has to do by then, or should have done. */
    static Future<List<Due>> tasks(SqlClient tx, UUID person, Instant until) {
        return tx.preparedQuery(TASKS)
                .execute(Tuple.of(person, utc(until), LINES_MAX))
                .map(rows -> {
                    List<Due> tasks = new ArrayList<>();
                    for (Row row : rows) tasks.add(task(row));
                    return tasks;
                });
    }

    private static Due task(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("title"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getUUID("workspace_id"),
                row.getString("workspace_name"));
    }

    /** What others did in the workspaces of a person, up to {@link #CHANGES_MAX} in each. */
    static Future<List<Changes>> changes(SqlClient tx, UUID person, Instant since) {
        return tx.preparedQuery(CHANGES)
                .execute(Tuple.of(person, utc(since), CHANGES_MAX, LINES_MAX))
                .map(rows -> {
                    List<Changes> changes = new ArrayList<>();
                    for (Row row : rows)
                        changes.add(new Changes(row.getUUID("id"), row.getString("name"), row.getInteger("changes")));
                    return changes;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
