package io.tandem.tasks;

import static io.tandem.tasks.TaskRows.utc;
import static io.tandem.tasks.TaskRows.uuids;

import io.tandem.platform.Cursor;
import io.tandem.platform.Failures;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of comments. */
final class CommentStore {

    private static final String SELECT = """
            SELECT c.id, c.task_id, t.workspace_id, c.author_id, u.name AS author_name, c.text, c.mentions, c.created_at,
              c.edited_at
            FROM tasks_comment c JOIN tasks_task t ON t.id = c.task_id JOIN accounts_user u ON u.id = c.author_id
            """;

    private static final String VISIBLE = SELECT + "WHERE c.id = $2 AND " + TaskRows.VISIBLE;

    private static final String LOCK = SELECT + "WHERE c.id = $1 FOR UPDATE OF c";

    private static final String LOCK_TASK = """
            SELECT FROM tasks_task WHERE id = (SELECT task_id FROM tasks_comment WHERE id = $1) FOR NO KEY UPDATE
            """;

    private static final String PAGE = SELECT + """
            WHERE c.task_id = $1 AND ($2::timestamptz IS NULL OR (c.created_at, c.id) > ($2, $3::uuid))
            ORDER BY c.created_at, c.id LIMIT $4
            """;

    /** The task's row is locked by its counter, so that the number of comments in its events follows their order. */
    private static final String INSERT = """
            WITH task AS (
              UPDATE tasks_task SET comment_count = comment_count + 1 WHERE id = $2 RETURNING id, comment_count
            ), comment AS (
              INSERT INTO tasks_comment (id, task_id, author_id, text, mentions, created_at)
              SELECT $1, task.id, $3, $4, $5, $6 FROM task
            )
            SELECT comment_count FROM task
            """;

    private static final String SAVE =
            "UPDATE tasks_comment SET text = $2, mentions = $3, edited_at = $4 WHERE id = $1";

    private static final String DELETE = """
            WITH gone AS (DELETE FROM tasks_comment WHERE id = $1 RETURNING task_id)
            UPDATE tasks_task t SET comment_count = t.comment_count - 1 FROM gone WHERE t.id = gone.task_id
            """;

    private CommentStore() {}

    /** A comment on a task the reader may see; fails with {@code not_found}. */
    static Future<Comment> visible(SqlClient sql, UUID readerId, UUID commentId) {
        return sql.preparedQuery(VISIBLE).execute(Tuple.of(readerId, commentId)).map(CommentStore::first);
    }

    /** The comment, which nobody else changes until the transaction ends; fails with {@code not_found}. */
    static Future<Comment> lock(SqlClient sql, UUID commentId) {
        return sql.preparedQuery(LOCK).execute(Tuple.of(commentId)).map(CommentStore::first);
    }

    /** The same, and its task before it: whoever changes both takes them in this order. */
    static Future<Comment> lockWithTask(SqlClient sql, UUID commentId) {
        return sql.preparedQuery(LOCK_TASK).execute(Tuple.of(commentId)).compose(locked -> lock(sql, commentId));
    }

    /** From the place after {@code (created_at, id)} on; null: from the beginning. */
    static Future<List<Comment>> page(SqlClient sql, UUID taskId, @Nullable Cursor after, int limit) {
        OffsetDateTime time = after == null ? null : utc(after.time(0));
        UUID id = after == null ? null : after.id(1);
        return sql.preparedQuery(PAGE)
                .execute(Tuple.of(taskId, time, id, limit))
                .map(CommentStore::comments);
    }

    private static Comment first(RowSet<Row> rows) {
        if (rows.size() == 0) throw Problem.notFound("comment");
        return comment(rows.iterator().next());
    }

    private static List<Comment> comments(RowSet<Row> rows) {
        List<Comment> comments = new ArrayList<>(rows.size());
        for (Row row : rows) comments.add(comment(row));
        return comments;
    }

    private static Comment comment(Row row) {
        OffsetDateTime editedAt = row.getOffsetDateTime("edited_at");
        return new Comment(
                row.getUUID("id"),
                row.getUUID("task_id"),
                row.getUUID("workspace_id"),
                new Comment.Author(row.getUUID("author_id"), row.getString("author_name")),
                row.getString("text"),
                List.of(row.getArrayOfUUIDs("mentions")),
                row.getOffsetDateTime("created_at").toInstant(),
                editedAt == null ? null : editedAt.toInstant());
    }

    /** Answers how many comments the task has with it; fails with {@code id_taken} (409), or {@code not_found}. */
    static Future<Integer> insert(SqlClient sql, Comment comment) {
        return sql.preparedQuery(INSERT)
                .execute(Tuple.of(
                        comment.id(),
                        comment.taskId(),
                        comment.author().id(),
                        comment.text(),
                        uuids(comment.mentions()),
                        utc(comment.createdAt())))
                .recover(CommentStore::taken)
                .map(rows -> TaskStore.first(rows).getInteger("comment_count"));
    }

    private static <T> Future<T> taken(Throwable failure) {
        boolean taken = Failures.violates(failure, "tasks_comment_pkey");
        return Future.failedFuture(taken ? Problem.idTaken() : failure);
    }

    static Future<Void> save(SqlClient sql, Comment comment) {
        return sql.preparedQuery(SAVE)
                .execute(Tuple.of(comment.id(), comment.text(), uuids(comment.mentions()), utc(comment.editedAt())))
                .mapEmpty();
    }

    static Future<Void> delete(SqlClient sql, UUID commentId) {
        return sql.preparedQuery(DELETE).execute(Tuple.of(commentId)).mapEmpty();
    }
}
