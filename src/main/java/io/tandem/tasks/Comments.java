package io.tandem.tasks;

import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Cursor;
import io.tandem.platform.Ids;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What people say about tasks. */
final class Comments {

    private final Pool pool;
    private final Journal journal;
    private final int commentsMax;

    Comments(Pool pool, Journal journal, Settings.Limits limits) {
        this.pool = pool;
        this.journal = journal;
        commentsMax = limits.commentsPerTask();
    }

    Future<Page<Comment>> list(Call<ListComments> call) {
        ListComments asked = call.command();
        Cursor after = Cursor.parse(asked.cursor());
        return TaskStore.logOfVisible(pool, call.actor().id(), asked.taskId())
                .compose(log -> CommentStore.page(pool, asked.taskId(), after, asked.limit() + 1))
                .map(found -> Page.of(found, asked.limit(), comment -> Cursor.of(comment.createdAt(), comment.id())));
    }

    Future<Written<Comment>> create(Call<CreateComment> call) {
        CreateComment wanted = call.command();
        return journal.write(call, Comment.class, tx -> CommentRights.toWrite(tx, wanted.taskId())
                .compose(log -> TaskReferences.mentions(tx, log, wanted.mentions(), List.of())
                        .compose(ok -> insert(tx, comment(tx, log, wanted)))
                        .map(comment -> Change.of(comment, draft(log, "comment.created", comment)))));
    }

    private static Comment comment(Transaction tx, Log log, CreateComment wanted) {
        return new Comment(
                Objects.requireNonNullElseGet(wanted.id(), Ids::next),
                wanted.taskId(),
                log.workspaceId(),
                new Comment.Author(tx.actor().id(), tx.actor().name()),
                wanted.text(),
                wanted.mentions(),
                tx.now(),
                null);
    }

    private Future<Comment> insert(Transaction tx, Comment comment) {
        return CommentStore.insert(tx.sql(), comment).map(comments -> {
            if (comments > commentsMax) throw Problem.limitReached("At most " + commentsMax + " comments on a task.");
            return comment;
        });
    }

    private static Draft draft(Log log, String type, Comment comment) {
        return Draft.of(log, type, comment).about(comment.taskId());
    }

    Future<Written<Comment>> update(Call<UpdateComment> call) {
        UpdateComment wanted = call.command();
        return journal.write(call, Comment.class, tx -> CommentRights.toChange(tx, wanted.commentId())
                .compose(log -> CommentStore.lock(tx.sql(), wanted.commentId())
                        .compose(comment -> update(tx, log, comment, wanted))));
    }

    private static Future<Change<Comment>> update(Transaction tx, Log log, Comment comment, UpdateComment wanted) {
        String text = wanted.text().orKeep(comment.text());
        List<UUID> mentions = wanted.mentions().orKeep(comment.mentions());
        Map<String, Delta> changes = changes(comment, text, mentions);
        if (changes.isEmpty()) return Future.succeededFuture(Change.nothing(comment, log));
        Comment edited = comment.edited(text, mentions, tx.now());
        Draft draft = new Draft(log, "comment.updated", edited, changes).about(comment.taskId());
        return TaskReferences.mentions(tx, log, mentions, comment.mentions())
                .compose(ok -> CommentStore.save(tx.sql(), edited))
                .map(saved -> Change.of(edited, draft));
    }

    private static Map<String, Delta> changes(Comment comment, String text, List<UUID> mentions) {
        Map<String, Delta> changes = new LinkedHashMap<>();
        if (!text.equals(comment.text())) changes.put("text", new Delta(comment.text(), text));
        if (!mentions.equals(comment.mentions())) changes.put("mentions", new Delta(comment.mentions(), mentions));
        return changes;
    }

    /** The task is locked before its comment, as everybody does who changes both. */
    Future<Written<DeletedComment>> delete(Call<DeleteComment> call) {
        UUID id = call.command().commentId();
        return journal.write(call, DeletedComment.class, tx -> CommentRights.toChange(tx, id)
                .compose(log -> CommentStore.lockWithTask(tx.sql(), id)
                        .compose(comment -> CommentStore.delete(tx.sql(), id).map(gone -> deleted(log, comment)))));
    }

    private static Change<DeletedComment> deleted(Log log, Comment comment) {
        DeletedComment gone = new DeletedComment(comment.id(), comment.taskId());
        return Change.of(gone, Draft.of(log, "comment.deleted", gone).about(gone.taskId()));
    }
}
