package io.tandem.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The SQL of looking back into logs. */
final class ExcerptStore {

    private static final String SELECT = """
            SELECT seq, type, at, actor_id, actor_name, operation_id, data::text AS data, changes::text AS changes
            FROM journal_event WHERE log_id = $1 AND seq < $2 AND seq > $3
            AND ($4::uuid IS NULL OR actor_id = $4)
            AND ($5::text IS NULL OR type = $5 OR starts_with(type, $5 || '.'))
            """;

    private static final String IN_LOG = SELECT + "ORDER BY seq DESC LIMIT $6";

    private static final String ABOUT = SELECT + "AND subject_id = $7 ORDER BY seq DESC LIMIT $6";

    /** A person who did very much themselves must not make this slow: no further back than $4 events. */
    private static final String UNSEEN = """
            SELECT p.log_id, h.seq AS head, (
              SELECT count(*) FROM (
                SELECT FROM journal_event e
                WHERE e.log_id = p.log_id AND e.seq > greatest(p.seq, h.seq - $4) AND e.actor_id <> $3
                LIMIT $5) AS found)::int AS unseen
            FROM unnest($1::uuid[], $2::bigint[]) AS p(log_id, seq) JOIN journal_head h ON h.log_id = p.log_id
            ORDER BY p.log_id
            """;

    private ExcerptStore() {}

    static Future<List<Event>> events(SqlClient sql, Log log, Head head, Excerpt wanted, int limit) {
        Tuple values = Tuple.of(log.id(), wanted.before(), wanted.after(), wanted.actorId(), wanted.type(), limit);
        if (wanted.isIndexed()) values.addUUID(wanted.subjectId());
        return sql.preparedQuery(wanted.isIndexed() ? ABOUT : IN_LOG)
                .execute(values)
                .map(rows -> JournalStore.events(log, head.epoch(), rows));
    }

    static Future<List<Unseen>> unseen(
            SqlClient sql, UUID readerId, Map<UUID, Long> positions, long eventsMax, int countMax) {
        UUID[] logs = positions.keySet().toArray(UUID[]::new);
        Long[] seqs = positions.values().toArray(Long[]::new);
        return sql.preparedQuery(UNSEEN)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(logs)
                        .addArrayOfLong(seqs)
                        .addUUID(readerId)
                        .addLong(eventsMax)
                        .addInteger(countMax))
                .map(rows -> {
                    List<Unseen> all = new ArrayList<>(rows.size());
                    for (Row row : rows)
                        all.add(new Unseen(row.getUUID("log_id"), row.getLong("head"), row.getInteger("unseen")));
                    return all;
                });
    }
}
