package io.tandem.activity;

import io.tandem.journal.Draft;
import io.tandem.journal.EventLog;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.workspaces.Arrivals;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Whoever comes in counts as having seen all there was: what happened before they came is nothing new to them. */
public final class SeenArrivals implements Arrivals {

    @Override
    public Future<List<Draft>> memberCame(Transaction tx, UUID workspaceId, UUID userId) {
        return EventLog.head(tx.sql(), Log.ofWorkspace(workspaceId)).compose(head -> {
            Seen seen = new Seen(workspaceId, head.seq());
            return SeenStore.begin(tx.sql(), userId, seen)
                    .map(begun -> List.of(SeenPositions.told(Log.ofPerson(userId), seen)));
        });
    }
}
