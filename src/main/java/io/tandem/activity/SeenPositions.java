package io.tandem.activity;

import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.EventLog;
import io.tandem.journal.Head;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Unseen;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.workspaces.Access;
import io.tandem.workspaces.Capability;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far people have looked. */
public final class SeenPositions {

    /** More than this is "many". */
    private static final int UNSEEN_MAX = 100;

    private final Pool pool;
    private final Journal journal;

    SeenPositions(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    /** How far somebody has looked in each of their workspaces. */
    public static Future<List<Seen>> of(SqlClient sql, UUID userId) {
        return SeenStore.all(sql, userId);
    }

    /** Fails with {@code not_found} for who is no member of the workspace asked about. */
    Future<AllNews> news(Call<ReadSeen> call) {
        UUID reader = call.actor().id();
        UUID workspaceId = call.command().workspaceId();
        if (workspaceId == null) return SeenStore.all(pool, reader).compose(seen -> news(reader, seen));
        return Access.toRead(pool, workspaceId, reader)
                .compose(role -> SeenStore.read(pool, workspaceId, reader))
                .compose(seq -> news(reader, List.of(new Seen(workspaceId, seq))));
    }

    private Future<AllNews> news(UUID reader, List<Seen> seen) {
        Map<UUID, Long> positions = SeenStore.byWorkspace(seen);
        return EventLog.unseen(pool, reader, positions, UNSEEN_MAX)
                .map(all -> new AllNews(
                        all.stream().map(one -> news(one, positions)).toList()));
    }

    private static News news(Unseen unseen, Map<UUID, Long> positions) {
        long seq = positions.getOrDefault(unseen.logId(), 0L);
        return new News(unseen.logId(), seq, unseen.head(), unseen.events());
    }

    /** Never goes back: of two devices the one that has seen more is right. */
    Future<Written<Seen>> mark(Call<MarkSeen> call) {
        MarkSeen wanted = call.command();
        UUID workspaceId = wanted.workspaceId();
        return journal.write(call, Seen.class, tx -> Access.require(
                        tx.sql(), workspaceId, tx.actor().id(), Capability.READ)
                .compose(role -> EventLog.head(tx.sql(), Log.ofWorkspace(workspaceId)))
                .compose(head -> mark(tx, new Seen(workspaceId, wanted.seq()), head)));
    }

    private static Future<Change<Seen>> mark(Transaction tx, Seen wanted, Head head) {
        if (wanted.seq() > head.seq()) throw Problem.invalid("/seq", "There is no such event yet.");
        Log own = Log.ofPerson(tx.actor().id());
        return SeenStore.advance(tx.sql(), tx.actor().id(), wanted).compose(moved -> {
            if (moved) return Future.succeededFuture(Change.of(wanted, told(own, wanted)));
            return SeenStore.read(tx.sql(), wanted.workspaceId(), tx.actor().id())
                    .map(seq -> Change.nothing(new Seen(wanted.workspaceId(), seq), own));
        });
    }

    static Draft told(Log own, Seen seen) {
        return Draft.of(own, "workspace.seen", seen);
    }
}
