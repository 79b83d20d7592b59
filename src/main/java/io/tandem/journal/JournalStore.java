package io.tandem.journal;

import io.tandem.journal.Feed.Page;
import io.tandem.platform.Json;
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

    /** The head's row is locked here, last in the transaction, so that commit order is sequence order without gaps. */
    private static final String APPEND = """
            WITH head AS (
              UPDATE journal_head SET seq = seq + cardinality($2::text[]) WHERE log_id = $1 RETURNING epoch, seq
            ), event AS (
              INSERT INTO journal_event (
                log_id, seq, type, at, actor_id, actor_name, operation_id, data, changes, subject_id)
              SELECT $1, head.seq - cardinality($2::text[]) + e.n, e.type, $3, $4, $5, e.operation, e.data::json, e.changes::json,
                e.subject
              FROM head, unnest($2::text[], $6::text[], $7::text[], $8::text[], $9::uuid[])
                WITH ORDINALITY AS e(type, operation, data, changes, subject, n)
            )
            SELECT epoch, seq FROM head
            """;

    private static final String REMEMBER = """
            INSERT INTO journal_operation (actor_id, operation_id, fingerprint, log_id, seq, result, at)
            VALUES ($1, $2, $3, $4, $5, $6::text::json, $7)
            """;

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

    /** Numbers the events and writes them; answers with the place of the last. */
    static Future<Position> append(
            Transaction tx, Log log, List<Draft> drafts, List<@Nullable String> operations, Encoded json) {
        String[] types = drafts.stream().map(Draft::type).toArray(String[]::new);
        Tuple values = Tuple.of(
                log.id(), types, utc(tx.now()), tx.actor().id(), tx.actor().name());
        values.addArrayOfString(operations.toArray(String[]::new))
                .addArrayOfString(json.data())
                .addArrayOfString(json.changes())
                .addArrayOfUUID(drafts.stream().map(Draft::subjectId).toArray(UUID[]::new));
        return tx.sql()
                .preparedQuery(APPEND)
                .execute(values)
                .map(rows -> position(rows.iterator().next()));
    }

    private static Position position(Row row) {
        return new Position(row.getUUID("epoch"), row.getLong("seq"));
    }

    /** The JSON of some drafts, in their order. */
    record Encoded(String[] data, @Nullable String[] changes) {

        static Encoded of(List<Draft> drafts) {
            return new Encoded(
                    drafts.stream().map(draft -> Json.encode(draft.data())).toArray(String[]::new),
                    drafts.stream().map(Encoded::changesOf).toArray(String[]::new));
        }

        private static @Nullable String changesOf(Draft draft) {
            return draft.changes().isEmpty() ? null : Json.encode(draft.changes());
        }
    }

    static Future<Void> remember(Transaction tx, Operation operation, Log log, long seq, Object answer) {
        return tx.sql()
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(
                                tx.actor().id(),
                                operation.id(),
                                operation.fingerprint(),
                                log.id(),
                                seq,
                                Json.encode(answer))
                        .addValue(utc(tx.now())))
                .mapEmpty();
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
