package io.tandem.journal;

import io.tandem.journal.Feed.Page;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's SQL. */
final class JournalStore {

    private static final String ONE_HEAD = """
            UPDATE journal_head h SET seq = h.seq + l.events
            FROM unnest($1::uuid[], $2::bigint[]) AS l(log_id, events)
            WHERE h.log_id = l.log_id
            RETURNING h.log_id, h.epoch, h.seq, h.seq - l.events AS before
            """;

    /** In the order of their ids: two transactions that touch the same two must not wait for each other. */
    private static final String MANY_HEADS = """
            UPDATE journal_head h SET seq = h.seq + l.events
            FROM (SELECT log_id FROM journal_head WHERE log_id = ANY($1) ORDER BY log_id FOR UPDATE) AS locked
              JOIN unnest($1::uuid[], $2::bigint[]) AS l(log_id, events) USING (log_id)
            WHERE h.log_id = locked.log_id
            RETURNING h.log_id, h.epoch, h.seq, h.seq - l.events AS before
            """;

    /**
     * The heads' rows are locked here, last in the transaction, so that commit order is sequence order without gaps. An
     * event without a head has no number, and fails.
     */
    private static final String WRITE = """
            WITH head AS (
            %s), event AS (
              INSERT INTO journal_event (
                log_id, seq, type, at, actor_id, actor_name, operation_id, data, changes, subject_id)
              SELECT e.log_id, head.before + e.place, e.type, $3, e.actor_id, e.actor_name, e.operation, e.data::json,
                e.changes::json, e.subject
              FROM unnest($4::uuid[], $5::bigint[], $6::text[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[],
                  $12::uuid[]) AS e(log_id, place, type, actor_id, actor_name, operation, data, changes, subject)
                LEFT JOIN head USING (log_id)
            ), operation AS (
              INSERT INTO journal_operation (actor_id, operation_id, fingerprint, log_id, seq, result, at)
              SELECT o.actor_id, o.operation_id, o.fingerprint, o.log_id,
                coalesce(head.before + o.place, head.seq, (SELECT seq FROM journal_head h WHERE h.log_id = o.log_id), 0),
                o.result::json, $3
              FROM unnest($13::uuid[], $14::text[], $15::bytea[], $16::uuid[], $17::bigint[], $18::text[])
                  AS o(actor_id, operation_id, fingerprint, log_id, place, result)
                LEFT JOIN head USING (log_id)
            )
            SELECT log_id, epoch, seq FROM head
            """;

    private static final String WRITE_TO_ONE = WRITE.formatted(ONE_HEAD);
    private static final String WRITE_TO_MANY = WRITE.formatted(MANY_HEADS);

    private static final String EVENTS = """
            SELECT seq, type, at, actor_id, actor_name, operation_id, data::text AS data, changes::text AS changes
            FROM journal_event WHERE log_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
            """;

    private static final String HEAD = "SELECT epoch, seq, pruned FROM journal_head WHERE log_id = $1";

    private JournalStore() {}

    static Future<Void> open(SqlConnection sql, Log log) {
        return sql.preparedQuery("INSERT INTO journal_head (log_id, personal) VALUES ($1, $2)")
                .execute(Tuple.of(log.id(), log.personal()))
                .mapEmpty();
    }

    static Future<?> begin(SqlConnection sql) {
        return sql.query("BEGIN").execute();
    }

    static Future<?> commit(SqlConnection sql) {
        return sql.query("COMMIT").execute();
    }

    static Future<?> rollback(SqlConnection sql) {
        return sql.query("ROLLBACK").execute();
    }

    /** Numbers the events, writes them and remembers the operations; answers with the heads after them, by the log's id. */
    static Future<Map<UUID, Position>> write(SqlConnection sql, Entries entries) {
        if (entries.isEmpty()) return Future.succeededFuture(Map.of());
        return sql.preparedQuery(entries.logs().size() > 1 ? WRITE_TO_MANY : WRITE_TO_ONE)
                .execute(JournalTuple.of(entries))
                .map(JournalStore::positions);
    }

    private static Map<UUID, Position> positions(RowSet<Row> rows) {
        Map<UUID, Position> positions = new HashMap<>();
        for (Row row : rows)
            positions.put(row.getUUID("log_id"), new Position(row.getUUID("epoch"), row.getLong("seq")));
        return positions;
    }

    static Future<@Nullable Remembered> find(SqlClient sql, UUID actorId, String operationId) {
        return sql.preparedQuery("""
                        SELECT fingerprint, log_id, o.seq, result::text AS result, personal
                        FROM journal_operation o JOIN journal_head USING (log_id)
                        WHERE actor_id = $1 AND operation_id = $2
                        """)
                .execute(Tuple.of(actorId, operationId))
                .map(rows ->
                        rows.size() == 0 ? null : remembered(rows.iterator().next()));
    }

    private static Remembered remembered(Row row) {
        return new Remembered(
                row.getBuffer("fingerprint").getBytes(),
                new Log(row.getUUID("log_id"), row.getBoolean("personal")),
                row.getLong("seq"),
                row.getString("result"));
    }

    /** A command that was carried out before, with its answer as JSON. */
    record Remembered(byte[] fingerprint, Log log, long seq, String answer) {}

    static Future<@Nullable Head> head(SqlClient sql, Log log) {
        return sql.preparedQuery(HEAD)
                .execute(Tuple.of(log.id()))
                .map(rows -> rows.size() == 0 ? null : head(rows.iterator().next()));
    }

    private static Head head(Row row) {
        return new Head(row.getUUID("epoch"), row.getLong("seq"), row.getLong("pruned"));
    }

    static Future<Map<UUID, Head>> heads(SqlClient sql, Collection<UUID> logs) {
        if (logs.isEmpty()) return Future.succeededFuture(Map.of());
        return sql.preparedQuery("SELECT log_id, epoch, seq, pruned FROM journal_head WHERE log_id = ANY($1)")
                .execute(Tuple.of(logs.toArray(UUID[]::new)))
                .map(JournalStore::heads);
    }

    private static Map<UUID, Head> heads(RowSet<Row> rows) {
        Map<UUID, Head> heads = new HashMap<>();
        for (Row row : rows) heads.put(row.getUUID("log_id"), head(row));
        return heads;
    }

    static Future<Page> page(SqlClient sql, Log log, Head head, long after, int limit) {
        return sql.preparedQuery(EVENTS)
                .execute(Tuple.of(log.id(), after, limit))
                .map(rows -> new Page(head, events(log, head.epoch(), rows)));
    }

    static List<Event> events(Log log, UUID epoch, RowSet<Row> rows) {
        List<Event> events = new ArrayList<>(rows.size());
        for (Row row : rows) events.add(event(log, epoch, row));
        return events;
    }

    private static Event event(Log log, UUID epoch, Row row) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        return new Event(
                log,
                epoch,
                row.getLong("seq"),
                row.getString("type"),
                at,
                at,
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getString("operation_id"),
                row.getString("data"),
                row.getString("changes"));
    }

    /** Forgets a batch of old events and moves the heads' {@code pruned}; answers how many went. */
    static Future<Integer> prune(SqlClient sql, Instant before, int batch) {
        return sql.preparedQuery("""
                        WITH old AS (
                          DELETE FROM journal_event WHERE ctid IN (
                            SELECT ctid FROM journal_event WHERE at < $1 ORDER BY log_id, seq LIMIT $2)
                          RETURNING log_id, seq
                        ), gone AS (
                          SELECT log_id, max(seq) AS seq, count(*) AS events FROM old GROUP BY log_id
                        ), moved AS (
                          UPDATE journal_head h SET pruned = gone.seq FROM gone
                          WHERE h.log_id = gone.log_id AND h.pruned < gone.seq
                        )
                        SELECT coalesce(sum(events), 0)::int AS events FROM gone
                        """)
                .execute(Tuple.of(utc(before), batch))
                .map(rows -> rows.iterator().next().getInteger("events"));
    }

    static Future<Void> forgetOperations(SqlClient sql, Instant before) {
        return sql.preparedQuery("DELETE FROM journal_operation WHERE at < $1")
                .execute(Tuple.of(utc(before)))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
