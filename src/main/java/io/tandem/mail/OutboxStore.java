package io.tandem.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The letters' SQL. Times are those of the database: one clock for all instances. */
final class OutboxStore {

    /** A letter taken by this instance. */
    record Claimed(Sealed letter, int attempts) {}

    private static final String PUT = """
            INSERT INTO mail_letter (id, key, recipient, subject, body_text, body_html, unsubscribe_url)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING
            """;

    private static final String CLAIM = """
            UPDATE mail_letter SET state = 'sending', claimed_at = now(), attempts = attempts + 1
            WHERE id = (
              SELECT id FROM mail_letter WHERE state = 'waiting' AND due_at <= now()
              ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, subject, body_text, body_html, unsubscribe_url, attempts
            """;

    private static final String SENT = """
            UPDATE mail_letter SET state = 'sent', ended_at = now(), error = NULL, body_text = '', body_html = ''
            WHERE id = $1
            """;

    /** Also after somebody else took it for uncertain meanwhile: this is who knows. */
    private static final String AGAIN = """
            UPDATE mail_letter SET error = $2, due_at = now() + $3 * interval '1 millisecond',
              state = CASE WHEN created_at < now() - $4 * interval '1 hour' THEN 'failed' ELSE 'waiting' END,
              ended_at = CASE WHEN created_at < now() - $4 * interval '1 hour' THEN now() END
            WHERE id = $1 AND state IN ('sending', 'uncertain')
            RETURNING state
            """;

    private static final String END = """
            UPDATE mail_letter SET state = $2, error = $3, ended_at = now() WHERE id = $1 AND state = 'sending'
            """;

    private static final String ABANDONED = """
            UPDATE mail_letter
            SET state = 'uncertain', error = 'The instance that was sending it ended.', ended_at = now()
            WHERE state = 'sending' AND claimed_at < now() - $1 * interval '1 millisecond' RETURNING id
            """;

    private static final String FORGET = "DELETE FROM mail_letter WHERE ended_at < now() - $1 * interval '1 day'";

    private static final String WAITING = "SELECT count(*) AS waiting FROM mail_letter WHERE state = 'waiting'";

    private OutboxStore() {}

    static Future<Void> put(SqlConnection tx, Sealed letter, String key) {
        return tx.preparedQuery(PUT)
                .execute(Tuple.of(
                        letter.id(),
                        key,
                        letter.recipient(),
                        letter.subject(),
                        letter.text(),
                        letter.html(),
                        letter.unsubscribe().orElse(null)))
                .mapEmpty();
    }

    /** Takes the letter that has been due for the longest; committed before anybody talks to the mail server. */
    static Future<Optional<Claimed>> claim(Pool pool) {
        return pool.query(CLAIM).execute().map(rows -> {
            for (Row row : rows) return Optional.of(new Claimed(letter(row), row.getInteger("attempts")));
            return Optional.empty();
        });
    }

    private static Sealed letter(Row row) {
        return new Sealed(
                row.getUUID("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                Optional.ofNullable(row.getString("unsubscribe_url")));
    }

    static Future<Void> sent(Pool pool, UUID id) {
        return pool.preparedQuery(SENT).execute(Tuple.of(id)).mapEmpty();
    }

    /** Answers whether it is tried again; it is not once it is older than this. */
    static Future<Boolean> again(Pool pool, UUID id, String error, long inMs, int hoursMax) {
        return pool.preparedQuery(AGAIN)
                .execute(Tuple.of(id, error, inMs, hoursMax))
                .map(rows -> {
                    for (Row row : rows) return "waiting".equals(row.getString("state"));
                    return true;
                });
    }

    static Future<Void> failed(Pool pool, UUID id, String error) {
        return pool.preparedQuery(END).execute(Tuple.of(id, "failed", error)).mapEmpty();
    }

    static Future<Void> uncertain(Pool pool, UUID id, String error) {
        return pool.preparedQuery(END).execute(Tuple.of(id, "uncertain", error)).mapEmpty();
    }

    /** Letters whose instance has not said for so long what became of them. */
    static Future<List<UUID>> abandoned(Pool pool, long ms) {
        return pool.preparedQuery(ABANDONED).execute(Tuple.of(ms)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            for (Row row : rows) ids.add(row.getUUID("id"));
            return ids;
        });
    }

    static Future<Void> forget(Pool pool, int days) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(days)).mapEmpty();
    }

    static Future<Long> waiting(Pool pool) {
        return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getLong("waiting"));
    }
}
