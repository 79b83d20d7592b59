package io.tandem.tasks;

import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Problem;
import io.tandem.workspaces.Access;
import io.tandem.workspaces.Capability;
import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may change which tasks: members in their workspaces, everybody in their own personal list. */
final class TaskRights {

    private TaskRights() {}

    /** The log where somebody may create tasks; fails with {@code not_found} and {@code forbidden}. */
    static Future<Log> toCreate(Transaction tx, @Nullable UUID workspaceId) {
        if (workspaceId == null)
            return Future.succeededFuture(Log.ofPerson(tx.actor().id()));
        return Access.require(tx.sql(), workspaceId, tx.actor().id(), Capability.WRITE_TASKS)
                .map(role -> Log.ofWorkspace(workspaceId));
    }

    /** The log of a task somebody may change; fails with {@code not_found} and {@code forbidden}. */
    static Future<Log> toChange(Transaction tx, UUID taskId) {
        return TaskStore.logOfVisible(tx.sql(), tx.actor().id(), taskId)
                .compose(log -> toCreate(tx, log.workspaceId()))
                .recover(TaskRights::sameAsUnknown);
    }

    /** Somebody who is just being removed hears what a stranger hears. */
    private static Future<Log> sameAsUnknown(Throwable failure) {
        boolean unseen = failure instanceof Problem problem && problem.status() == 404;
        return Future.failedFuture(unseen ? Problem.notFound("task") : failure);
    }
}
