package io.tandem.mail;

import io.tandem.mail.OutboxStore.Claimed;
import io.tandem.mail.Outcome.Kind;
import io.tandem.platform.MailState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what lies in the outbox, each letter once: it is taken and marked before the mail server hears of it, and only a
 * letter that was surely not taken is tried again. What broke in the middle is left alone, marked and counted.
 */
final class Sender {

    private static final Logger logger = LoggerFactory.getLogger(Sender.class);

    /** Letters at the same time. */
    static final int LANES = 4;

    /** A round that has much to do ends, and the next goes on. */
    private static final Duration ROUND = Duration.ofSeconds(30);

    /** Longer than {@link Smtp} takes for a letter, and its outcome to be written down. */
    private static final long ABANDONED_MS = 600_000;

    private static final int HOURS_MAX = 48;
    private static final int KEPT_DAYS = 30;
    private static final int NOTES_MAX = 60;
    private static final long NOTE_PAUSE_MS = 1_000;

    private final Vertx vertx;
    private final Pool pool;
    private final Smtp smtp;
    private final MailMeters meters;
    private boolean stopped;

    Sender(Vertx vertx, Pool pool, Smtp smtp, MailMeters meters) {
        this.vertx = vertx;
        this.pool = pool;
        this.smtp = smtp;
        this.meters = meters;
    }

    /** Takes no more letters. */
    void stop() {
        stopped = true;
    }

    /** Sends what is due, for a while. */
    Future<?> round() {
        long until = System.nanoTime() + ROUND.toNanos();
        return Future.join(
                IntStream.range(0, LANES).mapToObj(lane -> next(until)).toList());
    }

    private Future<Void> next(long until) {
        if (stopped || System.nanoTime() > until) return Future.succeededFuture();
        return OutboxStore.claim(pool)
                .compose(claimed -> claimed.map(this::send).orElse(Future.succeededFuture(false)))
                .compose(more -> more ? next(until) : Future.succeededFuture());
    }

    /** Answers whether it is worth while to try the next one now. */
    private Future<Boolean> send(Claimed claimed) {
        long began = System.nanoTime();
        return smtp.hand(claimed.letter()).compose(outcome -> {
            meters.handed(outcome, began);
            see(outcome);
            return note(() -> settle(claimed, outcome), 1).map(outcome.kind() != Kind.UNREACHABLE);
        });
    }

    /** Said once each time it changes, not for every letter. */
    private void see(Outcome outcome) {
        boolean isUp = outcome.kind() != Kind.UNREACHABLE;
        if (isUp == meters.isUp()) return;
        meters.state(isUp ? MailState.UP : MailState.AWAY);
        if (isUp) logger.info("The mail server takes letters again");
        else logger.warn("The mail server does not take letters now, they wait: {}", outcome.why());
    }

    private Future<Void> settle(Claimed claimed, Outcome outcome) {
        UUID id = claimed.letter().id();
        return switch (outcome.kind()) {
            case SENT -> OutboxStore.sent(pool, id);
            case UNREACHABLE, LATER -> again(claimed, outcome);
            case REFUSED -> {
                logger.warn("The mail server refused letter {}: {}", id, outcome.why());
                yield OutboxStore.failed(pool, id, outcome.why());
            }
            case UNCERTAIN -> {
                warnOfUncertain(id, outcome.why());
                yield OutboxStore.uncertain(pool, id, outcome.why());
            }
        };
    }

    private Future<Void> again(Claimed claimed, Outcome outcome) {
        UUID id = claimed.letter().id();
        long waitMs = Backoff.after(claimed.attempts()).toMillis();
        return OutboxStore.again(pool, id, outcome.why(), waitMs, HOURS_MAX)
                .onSuccess(waits -> {
                    if (!waits) giveUp(id, outcome);
                })
                .mapEmpty();
    }

    private void giveUp(UUID id, Outcome outcome) {
        meters.givenUp();
        logger.warn("Letter {} could not be sent in {} hours, given up: {}", id, HOURS_MAX, outcome.why());
    }

    private static void warnOfUncertain(UUID id, String why) {
        logger.warn("Nobody knows whether letter {} was sent, it is not sent again: {}", id, why);
    }

    /** What became of a letter must be written down, also where the database is away for a moment. */
    private Future<Void> note(Supplier<Future<Void>> what, int tries) {
        return what.get().recover(failure -> {
            if (tries == NOTES_MAX) return Future.failedFuture(failure);
            return vertx.timer(NOTE_PAUSE_MS, TimeUnit.MILLISECONDS).compose(later -> note(what, tries + 1));
        });
    }

    /** Finds what instances that ended left half done, forgets what is long over, counts what waits. */
    Future<?> tidy() {
        return OutboxStore.abandoned(pool, ABANDONED_MS)
                .compose(letters -> {
                    letters.forEach(this::foundAbandoned);
                    return OutboxStore.forget(pool, KEPT_DAYS);
                })
                .compose(done -> OutboxStore.waiting(pool))
                .onSuccess(meters::waiting);
    }

    private void foundAbandoned(UUID id) {
        meters.counted(Kind.UNCERTAIN);
        warnOfUncertain(id, "The instance that was sending it ended.");
    }
}
