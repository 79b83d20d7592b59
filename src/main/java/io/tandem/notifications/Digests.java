package io.tandem.notifications;

import io.tandem.accounts.User;
import io.tandem.accounts.Users;
import io.tandem.mail.Outbox;
import io.tandem.notifications.DigestLetter.Summary;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums up for people who asked for it, at their hour. The row that says when is locked while the letter is put into the
 * outbox and moved on with it; so each digest is written once, whatever the number of instances.
 */
final class Digests {

    private static final Logger logger = LoggerFactory.getLogger(Digests.class);
    private static final int PLANS = 500;

    private final Pool pool;
    private final Outbox outbox;
    private final DigestLetter letters;

    Digests(Pool pool, Outbox outbox, DigestLetter letters) {
        this.pool = pool;
        this.outbox = outbox;
        this.letters = letters;
    }

    /** Works out what changed, then tells until nothing is due. */
    Future<Void> round() {
        return plan().compose(planned -> tell());
    }

    private Future<Void> plan() {
        Instant now = Instant.now();
        return DigestStore.forgetUnwanted(pool)
                .compose(done -> DigestStore.changed(pool, PLANS))
                .compose(plans -> DigestStore.plan(
                        pool, plans.stream().map(plan -> plan.from(now)).toList()));
    }

    private Future<Void> tell() {
        return pool.withTransaction(this::next).compose(found -> found ? tell() : Future.succeededFuture());
    }

    private Future<Boolean> next(SqlConnection tx) {
        Instant now = Instant.now();
        return DigestStore.due(tx)
                .compose(due -> due.isEmpty()
                        ? Future.succeededFuture(false)
                        : write(tx, due.get(), now)
                                .compose(written ->
                                        DigestStore.told(tx, due.get().after(now)))
                                .map(true));
    }

    private Future<Void> write(SqlConnection tx, DigestPlan plan, Instant now) {
        return summary(tx, plan, now)
                .compose(summary -> summary.isEmpty()
                        ? Future.succeededFuture()
                        : Users.read(tx, plan.person()).compose(reader -> put(tx, reader, plan, summary, now)));
    }

    private static Future<Summary> summary(SqlConnection tx, DigestPlan plan, Instant now) {
        Instant until = plan.times().beyond(now);
        return DigestStore.unread(tx, plan.person(), plan.since())
                .compose(unread -> DigestStore.tasks(tx, plan.person(), until)
                        .compose(due -> DigestStore.changes(tx, plan.person(), plan.since())
                                .map(changes -> new Summary(unread, due, changes))));
    }

    /** A letter that cannot be written must not stand in everybody's way for ever. */
    private Future<Void> put(SqlConnection tx, User reader, DigestPlan plan, Summary summary, Instant now) {
        try {
            return outbox.put(tx, letters.of(reader, plan, summary, now));
        } catch (RuntimeException broken) {
            logger.error("A digest could not be written, it is left out", broken);
            return Future.succeededFuture();
        }
    }
}
