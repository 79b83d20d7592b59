package io.tandem.workspaces;

import io.tandem.accounts.Appearances;
import io.tandem.accounts.User;
import io.tandem.journal.Draft;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shows a person's new name or e-mail address in each of their workspaces. */
public final class MemberAppearances implements Appearances {

    @Override
    public Future<List<Draft>> userChanged(Transaction tx, User user) {
        return MemberStore.keepMemberships(tx.sql(), user.id()).compose(workspaces -> {
            Future<List<Draft>> drafts = Future.succeededFuture(new ArrayList<>());
            for (UUID id : workspaces) drafts = drafts.compose(all -> add(tx, all, id, user.id()));
            return drafts;
        });
    }

    private static Future<List<Draft>> add(Transaction tx, List<Draft> drafts, UUID workspaceId, UUID userId) {
        return MemberStore.read(tx.sql(), workspaceId, userId).map(member -> {
            drafts.add(Draft.of(Log.ofWorkspace(workspaceId), "member.updated", member));
            return drafts;
        });
    }
}
