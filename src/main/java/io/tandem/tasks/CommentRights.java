package io.tandem.tasks;

import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Problem;
import io.tandem.workspaces.Access;
import io.tandem.workspaces.Capability;
import io.vertx.core.Future;
import java.util.UUID;

/** Who may say something about which tasks, and who may change what was said. */
final class CommentRights {

    private CommentRights() {}

    /** The log of a task somebody may comment on; fails with {@code not_found} and {@code forbidden}. */
    static Future<Log> toWrite(Transaction tx, UUID taskId) {
        return TaskStore.logOfVisible(tx.sql(), tx.actor().id(), taskId)
                .compose(log -> {
                    if (log.personal()) return Future.succeededFuture(log);
                    return Access.require(tx.sql(), log.id(), tx.actor().id(), Capability.WRITE_COMMENTS)
                            .map(role -> log);
                })
                .recover(failure -> sameAsUnknown(failure, "task"));
    }

    /**
     * The log of a comment somebody may change or take away: its author while they may write, and whoever moderates. Fails
     * with {@code not_found} and {@code forbidden}.
     */
    static Future<Log> toChange(Transaction tx, UUID commentId) {
        return CommentStore.visible(tx.sql(), tx.actor().id(), commentId)
                .compose(comment -> toChange(tx, comment))
                .recover(failure -> sameAsUnknown(failure, "comment"));
    }

    private static Future<Log> toChange(Transaction tx, Comment comment) {
        UUID workspaceId = comment.workspaceId();
        UUID actorId = tx.actor().id();
        if (workspaceId == null) return Future.succeededFuture(Log.ofPerson(actorId));
        return Access.require(tx.sql(), workspaceId, actorId, Capability.WRITE_COMMENTS)
                .map(role -> {
                    boolean isAuthor = comment.author().id().equals(actorId);
                    if (isAuthor || role.may(Capability.MODERATE_COMMENTS)) return Log.ofWorkspace(workspaceId);
                    throw Problem.forbidden("Only who wrote this comment and admins may change it.");
                });
    }

    /** Somebody who is just being removed hears what a stranger hears. */
    private static Future<Log> sameAsUnknown(Throwable failure, String what) {
        boolean unseen = failure instanceof Problem problem && problem.status() == 404;
        return Future.failedFuture(unseen ? Problem.notFound(what) : failure);
    }
}
