package io.tandem.presence;

import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.UUID;

/** What people say of themselves. */
public final class Statuses {

    static final String CHANGED = "user.status_changed";

    private final Pool pool;
    private final Journal journal;

    Statuses(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    /** Somebody's own, as the given connection sees it. */
    public static Future<Status> read(SqlClient sql, UUID userId) {
        return PersonStore.status(sql, userId);
    }

    Future<OwnStatus> read(Call<ReadStatus> call) {
        return read(pool, call.actor().id()).map(OwnStatus::new);
    }

    Future<Written<OwnStatus>> set(Call<SetStatus> call) {
        OwnStatus wanted = new OwnStatus(call.command().status());
        return journal.write(call, OwnStatus.class, tx -> PersonStore.lock(
                        tx.sql(), tx.actor().id())
                .compose(present -> set(tx, present, wanted)));
    }

    private static Future<Change<OwnStatus>> set(Transaction tx, Status present, OwnStatus wanted) {
        UUID person = tx.actor().id();
        Log log = Log.ofPerson(person);
        if (present == wanted.status()) return Future.succeededFuture(Change.nothing(wanted, log));
        Draft event = new Draft(log, CHANGED, wanted, Map.of("status", new Delta(present, wanted.status())));
        return PersonStore.setStatus(tx.sql(), person, wanted.status()).map(done -> Change.of(wanted, event));
    }
}
