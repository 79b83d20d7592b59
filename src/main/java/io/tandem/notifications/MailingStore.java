package io.tandem.notifications;

import io.tandem.notifications.MailingLetter.Wanted;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of mailing what is new. */
final class MailingStore {

    private static final String NEXT = """
            SELECT user_id FROM notifications_person
            WHERE mail_due_at <= now() - $1 * interval '1 second'
              AND (mailed_at IS NULL OR mailed_at <= now() - $2 * interval '1 second')
            ORDER BY mail_due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    /** Whoever left a workspace gets no more mail about it, but for that they left. */
    static final String MAY_KNOW = """
             AND (n.workspace_id IS NULL OR n.kind IN ('invited', 'left') OR m.user_id IS NOT NULL)
              AND NOT EXISTS (SELECT FROM notifications_mute q WHERE q.user_id = n.user_id
                AND (q.task_id = n.task_id OR q.task_id IS NULL AND q.workspace_id = n.workspace_id))
            """;

    static final String WITH_MEMBER = """
            , m.user_id IS NOT NULL AS member FROM notifications_notification n
            LEFT JOIN workspaces_member m ON m.workspace_id = n.workspace_id AND m.user_id = n.user_id
            """;

    /** What lay about for days, because there was no mail server, is no news any more. */
    private static final String WANTED =
            "SELECT " + NotificationStore.COLUMNS + WITH_MEMBER + """
            WHERE n.user_id = $1 AND n.mail = 'wanted' AND n.read_at IS NULL AND n.updated_at > now() - interval '1 day'
            """ + MAY_KNOW + " ORDER BY n.created_at, n.id";

    private static final String DONE =
            "UPDATE notifications_notification SET mail = 'done' WHERE user_id = $1 AND mail = 'wanted'";

    private static final String MAILED = """
            UPDATE notifications_person SET mail_due_at = NULL, mailed_at = CASE WHEN $2 THEN now() ELSE mailed_at END
            WHERE user_id = $1
            """;

    private MailingStore() {}

    /** Somebody who has waited long enough, locked; nobody whom another instance looks after just now. */
    static Future<Optional<UUID>> next(SqlClient tx, int delaySeconds, int intervalSeconds) {
        return tx.preparedQuery(NEXT)
                .execute(Tuple.of(delaySeconds, intervalSeconds))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID("user_id")));
    }

    static Future<Void> waitAnew(SqlClient sql, UUID person) {
        return sql.preparedQuery("UPDATE notifications_person SET mail_due_at = now() WHERE user_id = $1")
                .execute(Tuple.of(person))
                .mapEmpty();
    }

    static Future<List<Wanted>> wanted(SqlClient tx, UUID person) {
        return tx.preparedQuery(WANTED).execute(Tuple.of(person)).map(MailingStore::wanted);
    }

    static List<Wanted> wanted(Iterable<Row> rows) {
        List<Wanted> wanted = new ArrayList<>();
        for (Row row : rows) wanted.add(new Wanted(NotificationStore.notification(row), row.getBoolean("member")));
        return wanted;
    }

    /** Nothing of what somebody had waits any more. */
    static Future<Void> done(SqlClient tx, UUID person, boolean mailed) {
        return tx.preparedQuery(DONE)
                .execute(Tuple.of(person))
                .compose(done -> tx.preparedQuery(MAILED).execute(Tuple.of(person, mailed)))
                .mapEmpty();
    }
}
