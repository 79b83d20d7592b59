package io.tandem.workspaces;

import io.tandem.journal.Draft;
import io.tandem.journal.Transaction;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/**
 * What another feature has to do, in the same transaction, when a part of a workspace goes away or changes its meaning.
 * Each answers with the events of what it did; they come before the workspace's own event.
 */
public interface Departures {

    /** A column goes: what sits in it moves to another one, in its order, to the end. */
    Future<List<Draft>> columnGoes(Transaction tx, UUID workspaceId, UUID columnId, UUID moveTo);

    /** Whether something sits in a column. */
    Future<Boolean> isOccupied(Transaction tx, UUID workspaceId, UUID columnId);

    /** A column starts or stops to mean "done": what sits in it is completed or reopened. */
    Future<List<Draft>> columnMeans(Transaction tx, UUID workspaceId, UUID columnId, boolean done);

    /** A member goes: what was assigned to them is nobody's. */
    Future<List<Draft>> memberGoes(Transaction tx, UUID workspaceId, UUID userId);
}
