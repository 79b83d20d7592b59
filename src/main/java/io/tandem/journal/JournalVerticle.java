package io.tandem.journal;

import io.tandem.journal.Feed.Committed;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Feed.Since;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the hubs every event of the logs they follow, gapless and in order, whichever way it was heard of: from a commit
 * in this process, or from the poll of the heads, which finds what a crash or a lost message left untold. One instance.
 */
public final class JournalVerticle extends VerticleBase {

    private static final Logger logger = LoggerFactory.getLogger(JournalVerticle.class);
    private static final long PRUNE_MS = 3_600_000;

    private final Pool pool;
    private final Bus bus;
    private final Settings settings;
    private final Pruner pruner;
    private final Map<UUID, Following> followed = new HashMap<>();

    public JournalVerticle(Pool pool, Bus bus, Settings settings) {
        this.pool = pool;
        this.bus = bus;
        this.settings = settings;
        this.pruner = new Pruner(pool, settings.journal());
    }

    @Override
    public Future<?> start() {
        bus.<Committed>hear(Feed.COMMITTED, committed -> committed.events().forEach(this::heard));
        bus.serveQuestions(Feed.FOLLOW, this::follow);
        bus.serveQuestions(Feed.UNFOLLOW, this::unfollow);
        bus.serveQuestions(Feed.READ, this::read);
        pollLater();
        vertx.setPeriodic(PRUNE_MS, timer -> pruner.run());
        return Future.succeededFuture();
    }

    private void heard(Event event) {
        Following following = followed.get(event.log().id());
        if (following == null) return;
        following.accept(event).forEach(this::tell);
        if (following.hasGap()) fill(following);
    }

    private void tell(Event event) {
        bus.tell(Feed.EVENTS, event);
    }

    /** One shared fetch for everybody, again and again until what is committed is told. */
    private void fill(Following following) {
        if (!following.startFilling()) return;
        int batch = settings.limits().readBatch();
        JournalStore.page(pool, following.log(), following.head(), following.last(), batch)
                .onComplete(page -> following.stopFilling())
                .onSuccess(page -> {
                    page.events().forEach(event -> following.accept(event).forEach(this::tell));
                    if (page.events().size() == batch) fill(following);
                })
                .onFailure(failure -> logger.warn("Could not fill a gap, the next poll tries again", failure));
    }

    private Future<Head> follow(Log log) {
        Following known = followed.get(log.id());
        if (known != null) return Future.succeededFuture(followMore(known));
        return EventLog.head(pool, log)
                .map(head -> followMore(followed.computeIfAbsent(log.id(), id -> new Following(log, head))));
    }

    private static Head followMore(Following following) {
        following.follow();
        return following.head();
    }

    private Future<Boolean> unfollow(Log log) {
        Following following = followed.get(log.id());
        if (following != null && following.unfollow()) followed.remove(log.id());
        return Future.succeededFuture(true);
    }

    private Future<Page> read(Since since) {
        return EventLog.since(pool, since.log(), since.seq(), since.limit());
    }

    private void pollLater() {
        long ms = settings.journal().pollMs();
        long jitter = ThreadLocalRandom.current().nextLong(-ms / 4, ms / 4 + 1);
        vertx.setTimer(ms + jitter, timer -> poll().onComplete(done -> pollLater()));
    }

    private Future<Void> poll() {
        if (followed.isEmpty()) return Future.succeededFuture();
        return JournalStore.heads(pool, followed.keySet())
                .onSuccess(heads -> heads.forEach(this::compare))
                .onFailure(failure -> logger.warn("Could not poll the heads: {}", failure.toString()))
                .mapEmpty();
    }

    private void compare(UUID log, long seq) {
        Following following = followed.get(log);
        if (following != null && following.isBehind(seq)) fill(following);
    }
}
