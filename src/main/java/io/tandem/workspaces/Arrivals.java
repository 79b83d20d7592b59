package io.tandem.workspaces;

import io.tandem.journal.Draft;
import io.tandem.journal.Transaction;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** What another feature has to do, in the same transaction, when somebody has come into a workspace. */
@FunctionalInterface
public interface Arrivals {

    /** Answers with events of what it did; they come after the workspace's own. */
    Future<List<Draft>> memberCame(Transaction tx, UUID workspaceId, UUID userId);
}
