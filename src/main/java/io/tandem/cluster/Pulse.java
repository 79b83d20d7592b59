package io.tandem.cluster;

import io.tandem.cluster.ControlMessage.Beat;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Path;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Peer;
import io.tandem.platform.Peer.Roll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there, and whether they are heard. A beat goes through Redis and back like any event, so it proves that events
 * do; while it does, the heads need not be polled often. State of one context.
 */
final class Pulse {

    /** So often that a Redis that stands still is noticed in time to deliver within half a second. */
    static final long BEAT_MS = 100;

    private static final Logger logger = LoggerFactory.getLogger(Pulse.class);
    private static final long SILENCE_MS = 250;

    /** Long enough for everybody to notice, and short enough to be forgotten in half a second. */
    private static final long SKIPPED_MS = SILENCE_MS + 2 * BEAT_MS;

    private static final long CALL_MS = 500;
    private static final long AWAY_MS = 3_000;
    private static final long FORGOTTEN_MS = 8_000;
    private static final long COMPLAIN_EVERY_MS = 60_000;

    private final Bus bus;
    private final Meters meters;
    private final String node;
    private final Instant startedAt;
    private final BooleanSupplier isConnected;
    private final Peers peers;
    private final long openedAt = Ticks.now();
    private long calledAt;
    private long twinHeardAt;
    private long silentUntil;
    private boolean healthy;
    private Meters.Redis said = Meters.Redis.NONE;

    /**
     * @param startedAt tells this instance from another one that was given the same name
     * @param isConnected whether every Redis server is, with everything subscribed
     */
    Pulse(Bus bus, Meters meters, String node, Instant startedAt, BooleanSupplier isConnected) {
        this.bus = bus;
        this.meters = meters;
        this.node = node;
        this.startedAt = startedAt;
        this.isConnected = isConnected;
        peers = new Peers(node, SILENCE_MS, FORGOTTEN_MS);
    }

    void heard(Beat beat) {
        long now = Ticks.now();
        boolean own = beat.peer().node().equals(node);
        if (own && !beat.peer().startedAt().equals(startedAt)) {
            twin(now);
            return;
        }
        peers.heard(beat.peer(), now);
        if (own) meters.beat(Duration.ofMillis(Math.max(0, now - beat.sentAtMs())));
        look(now);
    }

    /** Each would take the other's events for its own. They are found by polling, which never counts as healthy then. */
    private void twin(long now) {
        if (now - twinHeardAt > COMPLAIN_EVERY_MS)
            logger.error("Another instance is called {} too: every instance needs a node.id of its own", node);
        twinHeardAt = now;
    }

    /**
     * Something was lost though Redis is there: a line was cut and is back before anybody can notice. Silence makes
     * everybody look at the heads, this instance too.
     */
    void skip(long now) {
        silentUntil = now + SKIPPED_MS;
    }

    /** Whether a beat is due. */
    boolean beats(long now) {
        return now >= silentUntil;
    }

    void left(String gone) {
        peers.left(gone);
        bus.tell(Peer.LEFT, gone);
    }

    /** Tells who was heard since a little before the last time. */
    void callRoll(long now) {
        if (now - calledAt < CALL_MS) return;
        calledAt = now;
        long within = CALL_MS + 2 * BEAT_MS;
        bus.tell(Peer.ROLL, new Roll(peers.isSelfHeard(within, now), peers.othersHeard(within, now)));
    }

    /** Looks who has fallen silent; with every beat of one's own. */
    void look(long now) {
        peers.sweep(now);
        boolean was = healthy;
        healthy = isConnected.getAsBoolean() && peers.isHealthy(now) && now - twinHeardAt > AWAY_MS;
        if (healthy != was) bus.tell(Feed.PATH, new Path(healthy));
        meters.instances(peers.others().size() + 1L);
        if (now - openedAt > AWAY_MS || healthy) say(peers.isSelfHeard(AWAY_MS, now));
    }

    /** Said once each time it changes. */
    private void say(boolean up) {
        Meters.Redis now = up ? Meters.Redis.UP : Meters.Redis.AWAY;
        if (now == said) return;
        said = now;
        meters.redisUp(up);
        if (up) logger.info("Redis carries events to and from the other instances");
        else logger.warn("Redis is away: what other instances change is found by polling until it is back");
    }

    List<Peer> others() {
        return peers.others();
    }
}
