package io.tandem.journal;

import io.tandem.journal.Feed.Committed;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Feed.Path;
import io.tandem.journal.Feed.Recent;
import io.tandem.journal.Feed.Since;
import io.tandem.platform.Bus;
import io.tandem.platform.Gathering;
import io.tandem.platform.Meters;
import io.tandem.platform.Meters.Source;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the hubs every event of the logs they follow, gapless and in order, whichever way it was heard of: from a commit
 * in this process, from another instance, or from the poll of the heads, which finds what a crash or a lost message left
 * untold. One instance.
 */
public final class JournalVerticle extends VerticleBase {

    private static final Logger logger = LoggerFactory.getLogger(JournalVerticle.class);
    private static final long PRUNE_MS = 3_600_000;

    /** Two instances that commit at once are heard in any order: what is missing is mostly on its way. */
    private static final long GAP_GRACE_MS = 20;

    /** A database that takes a question and never answers must not be waited for by everybody who comes later. */
    private static final long GIVEN_UP_MS = 5_000;

    private final Pool pool;
    private final Bus bus;
    private final Settings settings;
    private final Meters meters;
    private final Pruner pruner;
    private final Map<UUID, Following> followed = new HashMap<>();
    private final Map<Since, Future<Page>> reading = new HashMap<>();
    private boolean blind;

    public JournalVerticle(Pool pool, Bus bus, Settings settings, Meters meters) {
        this.pool = pool;
        this.bus = bus;
        this.settings = settings;
        this.meters = meters;
        this.pruner = new Pruner(pool, settings.journal());
    }

    @Override
    public Future<?> start() {
        HeadsPoll poll = new HeadsPoll(vertx, settings.journal(), this::poll);
        Gathering<UUID, Head> heads = new Gathering<>(vertx, logs -> JournalStore.heads(pool, logs));
        bus.<Committed>hear(
                Feed.COMMITTED, committed -> committed.events().forEach(event -> heard(event, Source.COMMIT)));
        bus.<Event>hear(Feed.HEARD, event -> heard(event, Source.REDIS));
        bus.<Path>hear(Feed.PATH, path -> poll.healthy(path.healthy()));
        bus.<Log, Head>serveQuestions(Feed.FOLLOW, log -> follow(log, heads).onSuccess(head -> poll.soon()));
        bus.serveQuestions(Feed.UNFOLLOW, this::unfollow);
        bus.serveQuestions(Feed.READ, this::read);
        vertx.setPeriodic(PRUNE_MS, timer -> pruner.run());
        poll.start();
        return Future.succeededFuture();
    }

    private void heard(Event event, Source source) {
        Following following = followed.get(event.log().id());
        if (following == null) return;
        following.accept(event).forEach(next -> tell(next, source));
        if (following.hasGap()) fillSoon(following, event.seq());
    }

    /** @param source what made it the next one */
    private void tell(Event event, Source source) {
        meters.event(source);
        bus.tell(Feed.EVENTS, event);
    }

    /** Reads what is missing up to a number, if it has not come by itself meanwhile. */
    private void fillSoon(Following following, long seq) {
        if (!following.startFilling()) return;
        vertx.setTimer(GAP_GRACE_MS, timer -> {
            if (following.isBehind(seq) || following.hasGap()) fill(following);
            else following.stopFilling();
        });
    }

    /** One shared fetch for everybody, again and again until what is committed is told. */
    private void fill(Following following) {
        int batch = settings.limits().readBatch();
        meters.gapFill();
        JournalStore.page(pool, following.log(), following.head(), following.last(), batch)
                .timeout(GIVEN_UP_MS, TimeUnit.MILLISECONDS)
                .onSuccess(page -> filled(following, page, batch))
                .onFailure(failure -> {
                    following.stopFilling();
                    logger.debug("Could not fill a gap, the next poll tries again", failure);
                });
    }

    private void filled(Following following, Page page, int batch) {
        page.events().forEach(event -> following.accept(event).forEach(next -> tell(next, Source.POLL)));
        boolean isHoled = !page.events().isEmpty()
                && following.isBehind(page.events().getLast().seq());
        if (page.events().size() == batch && !isHoled) {
            fill(following);
            return;
        }
        following.stopFilling();
        if (page.events().isEmpty() || isHoled) following.forgetEarly();
        else if (following.hasGap()) fillSoon(following, following.last() + 1);
    }

    /** Listened to before the head is read: what is committed in between is heard. */
    private Future<Head> follow(Log log, Gathering<UUID, Head> heads) {
        Following known = followed.get(log.id());
        if (known != null) return Future.succeededFuture(followMore(known));
        bus.tell(Feed.FOLLOWED, log);
        return heads.ask(log.id())
                .map(EventLog::existing)
                .map(head -> followMore(followed.computeIfAbsent(log.id(), id -> started(log, head))))
                .onSuccess(head -> meters.followed(followed.size()))
                .onFailure(failure -> {
                    if (!followed.containsKey(log.id())) bus.tell(Feed.UNFOLLOWED, log);
                });
    }

    private Following started(Log log, Head head) {
        bus.tell(Feed.FOLLOWED, log);
        return new Following(log, head);
    }

    private static Head followMore(Following following) {
        following.follow();
        return following.head();
    }

    private Future<Boolean> unfollow(Log log) {
        Following following = followed.get(log.id());
        if (following != null && following.unfollow()) {
            followed.remove(log.id());
            meters.followed(followed.size());
            bus.tell(Feed.UNFOLLOWED, log);
        }
        return Future.succeededFuture(true);
    }

    /** Those who come back together mostly ask for the same: it is read once for all. */
    private Future<Page> read(Since since) {
        Future<Page> under = reading.get(since);
        if (under != null) return under;
        Future<Page> page = recent(since).timeout(GIVEN_UP_MS, TimeUnit.MILLISECONDS);
        reading.put(since, page);
        return page.onComplete(done -> reading.remove(since));
    }

    private Future<Page> recent(Since since) {
        Following following = followed.get(since.log().id());
        boolean isKept = following != null
                && since.seq() < following.last()
                && !settings.redis().uris().isEmpty();
        if (following == null || !isKept) return EventLog.since(pool, since.log(), since.seq(), since.limit());
        Head head = following.head();
        return bus.ask(Feed.RECENT, new Recent(since.log(), head.epoch(), since.seq(), since.limit()))
                .compose(events -> events.isEmpty()
                        ? EventLog.since(pool, since.log(), since.seq(), since.limit())
                        : Future.succeededFuture(new Page(head, events)));
    }

    private Future<Void> poll() {
        if (followed.isEmpty()) {
            meters.lag(0);
            return Future.succeededFuture();
        }
        return JournalStore.heads(pool, followed.keySet())
                .onSuccess(heads -> {
                    compare(heads);
                    sees(null);
                })
                .onFailure(this::sees)
                .mapEmpty();
    }

    /** Said once, not at every look while the database is away. */
    private void sees(@Nullable Throwable failure) {
        if (blind == (failure != null)) return;
        blind = failure != null;
        if (failure == null) logger.info("The database answers again");
        else
            logger.warn(
                    "The database does not answer, what others commit is told when it does: {}", failure.toString());
    }

    private void compare(Map<UUID, Head> heads) {
        long untold = 0;
        for (Following following : List.copyOf(followed.values())) {
            Head head = heads.get(following.log().id());
            if (head == null) continue;
            if (following.isLost(head)) {
                lose(following);
            } else if (following.isBehind(head.seq())) {
                untold += head.seq() - following.last();
                fillSoon(following, head.seq());
            }
        }
        meters.lag(untold);
    }

    /** After a sleep longer than events are kept, or a restore under a running instance: nobody may wait for ever. */
    private void lose(Following following) {
        logger.warn("A log was pruned or replaced before it could be told; its sockets begin anew");
        followed.remove(following.log().id());
        meters.followed(followed.size());
        bus.tell(Feed.UNFOLLOWED, following.log());
        bus.tell(Feed.LOST, following.log());
    }
}
