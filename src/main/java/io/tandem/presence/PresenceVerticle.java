package io.tandem.presence;

import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Peer;
import io.tandem.platform.Peer.Roll;
import io.tandem.platform.Settings;
import io.tandem.presence.PresenceAddresses.Active;
import io.tandem.presence.PresenceAddresses.Came;
import io.tandem.presence.PresenceAddresses.Closed;
import io.tandem.presence.PresenceAddresses.Views;
import io.tandem.presence.PresenceAddresses.Went;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps who is there, for all sockets of this instance. One instance. */
public final class PresenceVerticle extends VerticleBase {

    private static final long SWEEP_MS = 100;
    private static final long SEEN_MS = 600_000;

    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final Settings settings;
    private final String instance;
    private final AtomicLong people;
    private @Nullable LastSeen lastSeen;

    /** @param startedAt with the node's name it makes the name of this instance */
    public PresenceVerticle(Pool pool, Bus bus, Journal journal, Settings settings, Meters meters, Instant startedAt) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.settings = settings;
        people = meters.gauge("tandem.presence.people", "People who have a socket here");
        instance = Peer.instance(settings.node().id(), startedAt);
    }

    @Override
    public Future<?> start() {
        LastSeen seen = new LastSeen(vertx, pool);
        boolean shared = !settings.redis().uris().isEmpty();
        PresenceStore store = shared ? new RedisPresenceStore(bus) : new MemoryPresenceStore();
        Rooms rooms = new Rooms(vertx, bus, instance, store, shared);
        Presences presences = new Presences(rooms, seen, settings.presence().graceMs());
        Others others = new Others(
                vertx, bus, instance, rooms, store, settings.presence().graceMs());
        KnownPeople known = new KnownPeople(vertx, pool, presences);
        hearSockets(presences, known);
        if (shared) hearOthers(others);
        bus.<Event>hear(Feed.EVENTS, known::heard);
        bus.<Log>hear(Feed.FOLLOWED, others::follow);
        bus.<Log>hear(Feed.UNFOLLOWED, rooms::unfollow);
        bus.serveQuestions(PresenceAddresses.WHOLE, workspace -> Future.succeededFuture(presences.whole(workspace)));
        bus.serveQuestions(PresenceAddresses.PEOPLE, others::people);
        serveReads();
        vertx.setPeriodic(SWEEP_MS, timer -> {
            presences.sweep();
            people.set(presences.people());
        });
        vertx.setPeriodic(SEEN_MS, timer -> presences.seeAll());
        seen.start();
        lastSeen = seen;
        return Future.succeededFuture();
    }

    private void hearSockets(Presences presences, KnownPeople known) {
        bus.<Came>hear(PresenceAddresses.CAME, came -> {
            presences.came(came);
            known.learnSoon();
        });
        bus.<Went>hear(PresenceAddresses.WENT, presences::went);
        bus.<Closed>hear(PresenceAddresses.CLOSED, closed -> presences.closed(closed.connectionId()));
        bus.<Views>hear(PresenceAddresses.VIEWS, presences::views);
        bus.<Active>hear(PresenceAddresses.ACTIVE, presences::active);
    }

    private void hearOthers(Others others) {
        bus.<Shared>hear(PresenceAddresses.SHARED, others::heard);
        bus.<Roll>hear(Peer.ROLL, others::roll);
        bus.<String>hear(Peer.LEFT, others::left);
        bus.<Feed.Path>hear(Feed.PATH, path -> {
            if (path.healthy()) others.reachable();
        });
        vertx.setPeriodic(SWEEP_MS, timer -> others.look());
    }

    private void serveReads() {
        Statuses statuses = new Statuses(pool, journal);
        bus.serve(PresenceAddresses.READ_STATUS, statuses::read);
        bus.serve(PresenceAddresses.SET_STATUS, statuses::set);
        bus.serve(PresenceAddresses.READ, new PresenceReads(pool, bus)::read);
    }

    @Override
    public Future<?> stop() {
        return lastSeen == null ? Future.succeededFuture() : lastSeen.stop();
    }
}
