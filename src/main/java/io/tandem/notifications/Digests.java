package io.tandem.notifications;

import io.tandem.accounts.User;
import io.tandem.accounts.Users;
import io.tandem.mail.Outbox;
import io.tandem.notifications.DigestLetter.Summary;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
        AtomicReference<@Nullable UUID> under = new AtomicReference<>();
        return pool.withTransaction(tx -> next(tx, under))
                .recover(failure -> waitAnew(under.get(), failure))
                .compose(found -> found ? tell() : Future.succeededFuture());
    }

    private Future<Boolean> next(SqlConnection tx, AtomicReference<@Nullable UUID> under) {
        return DigestStore.due(tx).compose(due -> {
            if (due.isEmpty()) return Future.succeededFuture(false);
            under.set(due.get().person());
            return tell(tx, due.get(), Instant.now()).map(true);
        });
    }

    private Future<Void> tell(SqlConnection tx, DigestPlan plan, Instant now) {
        return write(tx, plan, now).compose(written -> DigestStore.told(tx, plan.after(now)));
    }

    /** Whoever cannot be told now goes behind everybody who is due. */
    private Future<Boolean> waitAnew(@Nullable UUID person, Throwable failure) {
        if (person == null) return Future.failedFuture(failure);
        return DigestStore.waitAnew(pool, person).transform(done -> Future.failedFuture(failure));
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
