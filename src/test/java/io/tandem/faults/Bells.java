package io.tandem.faults;

import io.tandem.faults.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether everybody was notified of what concerns them, once: the logs say who was given a task or had one completed by
 * somebody else, and their own logs say what they were told.
 */
final class Bells {

    /** Who must hear of which event. A move into a column that means done completes too. */
    private static final String OWED = """
            SELECT e.log_id, e.seq, (e.data ->> 'assigned_to')::uuid AS user_id, 'assigned' AS kind
            FROM journal_event e JOIN journal_head h USING (log_id)
            WHERE NOT h.personal AND e.log_id = ANY($1::uuid[]) AND e.type LIKE 'task.%' AND (e.changes -> 'assigned_to') IS NOT NULL
              AND e.data ->> 'assigned_to' IS NOT NULL AND (e.data ->> 'assigned_to')::uuid <> e.actor_id
            UNION
            SELECT e.log_id, e.seq, person.id, 'completed'
            FROM journal_event e JOIN journal_head h USING (log_id)
              CROSS JOIN LATERAL unnest(
                ARRAY[(e.data ->> 'created_by')::uuid, (e.data ->> 'assigned_to')::uuid]) AS person (id)
            WHERE NOT h.personal AND e.log_id = ANY($1::uuid[]) AND e.type LIKE 'task.%'
              AND e.changes -> 'completed_at' ->> 'from' IS NULL AND e.changes -> 'completed_at' ->> 'to' IS NOT NULL
              AND person.id <> e.actor_id
            """;

    private static final String CAUSES = """
            SELECT log_id, seq, user_id, kind FROM notifications_cause
            WHERE log_id = ANY($1::uuid[]) AND kind IN ('assigned', 'completed')
            """;

    /** Who else hears of a comment is another matter; but nobody waits for it any more once it is read. */
    private static final String UNREAD = """
            SELECT e.log_id, e.seq FROM journal_event e JOIN journal_head h USING (log_id)
            LEFT JOIN notifications_position p USING (log_id)
            WHERE NOT h.personal AND e.log_id = ANY($1::uuid[]) AND e.type LIKE 'comment.%' AND e.seq > coalesce(p.seq, 0)
            """;

    private static final String UNTOLD = "(" + OWED + ") EXCEPT (" + CAUSES + ")";
    private static final String UNFOUNDED = "(" + CAUSES + ") EXCEPT (" + OWED + ")";

    /** Each cause is one event in the person's own log. */
    private static final String MISCOUNTED = """
            SELECT user_id, causes.number AS causes, events.number AS events
            FROM (SELECT user_id, count(*) AS number FROM notifications_cause GROUP BY user_id) causes
            FULL JOIN (SELECT log_id AS user_id, count(*) AS number FROM journal_event
              WHERE type IN ('notification.new', 'notification.updated') GROUP BY log_id) events USING (user_id)
            WHERE causes.number IS DISTINCT FROM events.number
            """;

    /** The counter, and what the newest event said of it, beside what there is. */
    private static final String WRONG_COUNTERS = """
            SELECT p.user_id, p.unread, listed.number AS listed, told.unread AS told
            FROM notifications_person p
            CROSS JOIN LATERAL (SELECT count(*)::int AS number FROM notifications_notification n
              WHERE n.user_id = p.user_id AND n.in_app AND n.read_at IS NULL) listed
            CROSS JOIN LATERAL (SELECT (e.data ->> 'unread')::int AS unread FROM journal_event e
              WHERE e.log_id = p.user_id AND e.type IN ('notification.new', 'notification.updated', 'notification.read')
              ORDER BY e.seq DESC LIMIT 1) told
            WHERE p.unread <> listed.number OR p.unread <> told.unread
            """;

    private final Logs.Database postgres;
    private final String logs;

    /** @param logs ids of those that people work in */
    Bells(Logs.Database postgres, Set<String> logs) {
        this.postgres = postgres;
        this.logs = "'{" + String.join(",", logs) + "}'";
    }

    /** Whether nobody has to be told any more. */
    boolean haveRung() {
        return ask(UNTOLD).isEmpty() && ask(UNREAD).isEmpty();
    }

    /** How often they rang. */
    int rings() {
        return ask(CAUSES).size();
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        ask(UNTOLD).forEach(row -> findings.add(new Finding(Kind.LOST, "notification " + row)));
        ask(UNFOUNDED).forEach(row -> findings.add(new Finding(Kind.ODD, "notification without cause " + row)));
        ask(MISCOUNTED).forEach(row -> findings.add(new Finding(Kind.DOUBLED, "notifications " + row)));
        ask(WRONG_COUNTERS).forEach(row -> findings.add(new Finding(Kind.DIVERGED, "unread " + row)));
        return findings;
    }

    private List<String> ask(String query) {
        try (Connection connection = postgres.connect();
                ResultSet rows = connection.createStatement().executeQuery(query.replace("$1", logs))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) found.add(text(rows));
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
            text.append(row.getMetaData().getColumnLabel(column))
                    .append('=')
                    .append(row.getString(column))
                    .append(' ');
        return text.toString().strip();
    }
}
