package io.tandem.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.platform.Json;
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

/** The SQL of how far the logs have been read, and of what is notable behind that. */
final class PositionStore {

    private static final String ENTRIES = """
            SELECT e.seq, e.type, e.at, e.actor_id, e.actor_name, e.data::text AS data, e.changes::text AS changes
            FROM journal_event e WHERE e.log_id = $1 AND e.seq > $2 AND
            """ + Notable.SQL + " ORDER BY e.seq LIMIT $3";

    private static final String LOCK =
            "SELECT seq FROM notifications_position WHERE log_id = $1 FOR UPDATE SKIP LOCKED";

    private static final String OPEN =
            "INSERT INTO notifications_position (log_id, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING RETURNING seq";

    private static final String BEHIND = """
            SELECT DISTINCT e.log_id FROM journal_event e JOIN journal_head h ON h.log_id = e.log_id AND NOT h.personal
            LEFT JOIN notifications_position p ON p.log_id = e.log_id
            WHERE e.at >= $1 AND e.at < $2 AND e.seq > coalesce(p.seq, 0) AND
            """ + Notable.SQL;

    private PositionStore() {}

    static Future<Long> position(SqlClient sql, UUID log) {
        return sql.preparedQuery("SELECT seq FROM notifications_position WHERE log_id = $1")
                .execute(Tuple.of(log))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("seq"));
    }

    /** The position, which nobody else moves until the transaction ends; null where somebody else is at it. */
    static Future<@Nullable Long> lock(SqlClient tx, UUID log) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(log))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(seq(rows))
                        : tx.preparedQuery(OPEN).execute(Tuple.of(log)).map(PositionStore::seq));
    }

    private static @Nullable Long seq(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next().getLong("seq");
    }

    static Future<Void> move(SqlClient tx, UUID log, long seq) {
        return tx.preparedQuery("UPDATE notifications_position SET seq = $2 WHERE log_id = $1")
                .execute(Tuple.of(log, seq))
                .mapEmpty();
    }

    /**
     * The notable events after a position. Numbers are committed in their order, so none can turn up before one that was
     * seen.
     */
    static Future<List<Entry>> entries(SqlClient sql, UUID log, long seq, int limit) {
        return sql.preparedQuery(ENTRIES).execute(Tuple.of(log, seq, limit)).map(rows -> {
            List<Entry> entries = new ArrayList<>(rows.size());
            for (Row row : rows) entries.add(entry(log, row));
            return entries;
        });
    }

    private static Entry entry(UUID log, Row row) {
        return new Entry(
                log,
                row.getLong("seq"),
                row.getString("type"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                json(row.getString("data")),
                json(row.getString("changes")));
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : Json.parse(text);
    }

    /** The logs in which something notable that happened in this time has not been read. */
    static Future<List<UUID>> behind(SqlClient sql, Instant since, Instant until) {
        return sql.preparedQuery(BEHIND)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<UUID> logs = new ArrayList<>(rows.size());
                    for (Row row : rows) logs.add(row.getUUID("log_id"));
                    return logs;
                });
    }

    static Future<Instant> sweptAt(SqlClient sql) {
        return sql.query("SELECT swept_at FROM notifications_sweep")
                .execute()
                .map(rows ->
                        rows.iterator().next().getOffsetDateTime("swept_at").toInstant());
    }

    static Future<Void> swept(SqlClient sql, Instant until) {
        return sql.preparedQuery("UPDATE notifications_sweep SET swept_at = $1 WHERE swept_at < $1")
                .execute(Tuple.of(until.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}
