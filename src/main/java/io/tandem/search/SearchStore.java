package io.tandem.search;

import io.tandem.search.Hit.Place;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of the search. */
final class SearchStore {

    private static final String ALLOW = "SELECT set_config('statement_timeout', $1, true)";

    /**
     * The index holds the log of each text too, so that whatever stands in other people's workspaces is not looked at. What
     * decides is {@code mine}: the logs the reader may see now, against the log the task is in. A query that PostgreSQL's
     * parser finds no word in would match everything: hence {@code numnode}.
     */
    static final String HITS = """
            WITH mine AS MATERIALIZED (
              SELECT m.workspace_id AS log_id, w.name FROM workspaces_member m JOIN workspaces_workspace w ON w.id = m.workspace_id
              WHERE m.user_id = $1 AND ($2::uuid IS NULL OR m.workspace_id = $2)
              UNION ALL SELECT $1, NULL WHERE $2 IS NULL
            ), wanted AS MATERIALIZED (
              SELECT words, logs && words AS here, logs && ('''#' || $4::bigint || '''')::tsquery AS numbered
              FROM to_tsquery('simple', $3) AS words,
                (SELECT string_agg('''' || log_id || '''', '|')::tsquery AS logs FROM mine) AS all_logs
              WHERE numnode(words) > 0
            ), hit AS (
              SELECT s.task_id, 0 AS field, NULL::uuid AS comment_id FROM search_task s
              WHERE s.words @@ (SELECT numbered FROM wanted)
              UNION ALL
              SELECT s.task_id, CASE WHEN s.title @@ (SELECT words FROM wanted) THEN 1 ELSE 2 END, NULL FROM search_task s
              WHERE s.words @@ (SELECT here FROM wanted)
              UNION ALL
              SELECT c.task_id, 3, c.id FROM search_comment s JOIN tasks_comment c ON c.id = s.comment_id
              WHERE s.words @@ (SELECT here FROM wanted)
            ), best AS (
              SELECT DISTINCT ON (task_id) task_id, field, comment_id FROM hit ORDER BY task_id, field, comment_id DESC
            ), page AS (
              SELECT best.*, (t.completed_at IS NOT NULL)::int AS completed, mine.name
              FROM best JOIN tasks_task t ON t.id = best.task_id
              JOIN mine ON mine.log_id = t.log_id AND (mine.name IS NULL) = (t.workspace_id IS NULL)
              WHERE $5::boolean IS NULL OR (t.completed_at IS NOT NULL) = $5
            )
            SELECT page.*, c.text FROM page LEFT JOIN tasks_comment c ON c.id = page.comment_id
            WHERE $6::int IS NULL OR page.field > $6
              OR page.field = $6 AND (page.completed > $7::int OR page.completed = $7 AND page.task_id < $8::uuid)
            ORDER BY page.field, page.completed, page.task_id DESC LIMIT $9
            """;

    private SearchStore() {}

    /** What comes in this transaction may take so long and no longer. */
    static Future<Void> allow(SqlClient sql, int milliseconds) {
        return sql.preparedQuery(ALLOW)
                .execute(Tuple.of(String.valueOf(milliseconds)))
                .mapEmpty();
    }

    /** One more than is asked for, where there is one more. */
    static Future<List<Hit>> hits(SqlClient sql, UUID readerId, FindTasks asked, Wanted wanted, @Nullable Place after) {
        Tuple values = Tuple.tuple()
                .addUUID(readerId)
                .addUUID(asked.workspaceId())
                .addString(wanted.tsquery())
                .addLong(wanted.number())
                .addBoolean(asked.completed())
                .addInteger(after == null ? null : after.field().ordinal())
                .addInteger(after == null ? null : after.completed() ? 1 : 0)
                .addUUID(after == null ? null : after.taskId())
                .addInteger(asked.limit() + 1);
        return sql.preparedQuery(HITS).execute(values).map(SearchStore::hits);
    }

    private static List<Hit> hits(RowSet<Row> rows) {
        List<Hit> hits = new ArrayList<>(rows.size());
        for (Row row : rows) hits.add(hit(row));
        return hits;
    }

    private static Hit hit(Row row) {
        Field field = Field.values()[row.getInteger("field")];
        Place place = new Place(field, row.getInteger("completed") == 1, row.getUUID("task_id"));
        return new Hit(place, row.getString("name"), row.getUUID("comment_id"), row.getString("text"));
    }
}
