package io.tandem.presence;

import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.platform.Peer;
import io.tandem.platform.Peer.Roll;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is at the other instances. Each says what connections it has: differences at once, and all of them again and again,
 * so that whatever was lost is made good; what nobody says again is forgotten, but not while Redis is away. State of one
 * context.
 */
final class Others {

    private static final Logger logger = LoggerFactory.getLogger(Others.class);

    private static final long SILENCE_MS = 5_000;
    private static final long RENEW_MS = 30_000;
    private static final long RENEW_JITTER_MS = 5_000;
    private static final long RENEW_AGAIN_MS = 1_000;

    /** Two renewals, and a little. */
    private static final long LEASE_MS = 75_000;

    private static final long FORGET_MS = 5_000;

    /** A subscription takes a moment: what was told meanwhile stands in the table by then. */
    private static final long READ_AGAIN_MS = 1_000;

    /** Who has not looked for so long was asleep, and may be taken for dead. */
    private static final long OVERSLEPT_MS = 2_000;

    private final Vertx vertx;
    private final Bus bus;
    private final String instance;
    private final Rooms rooms;
    private final PresenceStore store;
    private final int graceMs;
    private final Neighbours neighbours = new Neighbours(SILENCE_MS);
    private long lookedAt;
    private long renewedAt;
    private long renewAt;
    private long forgetAt;

    /** @param instance this one */
    Others(Vertx vertx, Bus bus, String instance, Rooms rooms, PresenceStore store, int graceMs) {
        this.vertx = vertx;
        this.bus = bus;
        this.instance = instance;
        this.rooms = rooms;
        this.store = store;
        this.graceMs = graceMs;
        lookedAt = ticks();
        forgetAt = lookedAt;
        renewAt = lookedAt + RENEW_MS;
    }

    /** A workspace is followed here: who is there already stands in the table. */
    void follow(Log log) {
        if (log.personal()) return;
        Room room = rooms.room(log.id());
        if (room.isFollowed()) return;
        room.follow(true);
        read(room);
        vertx.setTimer(READ_AGAIN_MS, timer -> read(room));
    }

    /** Also of a workspace that nobody here follows; fails with {@code unavailable} where only Redis would know. */
    Future<List<Person>> people(UUID workspace) {
        Room room = rooms.find(workspace);
        if (room != null && room.isFollowed())
            return Future.succeededFuture(room.roster().told());
        return store.all(workspace)
                .map(table -> Roster.peopleOf(
                        living(table).map(PresenceStore.Placed::entry).toList()));
    }

    /** A table may be older than the end of an instance. */
    private Stream<PresenceStore.Placed> living(List<PresenceStore.Placed> table) {
        long now = ticks();
        return table.stream()
                .filter(placed -> placed.instance().equals(instance) || neighbours.isHeard(placed.instance(), now));
    }

    private void read(Room room) {
        room.startReading();
        store.all(room.workspace())
                .onSuccess(table -> {
                    room.read(living(table).toList(), ticks());
                    tidy(room, table);
                    rooms.tellSoon(room);
                })
                .onFailure(failure -> logger.debug("Could not read who is there, they will say it again", failure))
                .onComplete(done -> room.stopReading());
    }

    /** What this instance could not take out of the table when it should have. */
    private void tidy(Room room, List<PresenceStore.Placed> table) {
        List<UUID> over = table.stream()
                .filter(placed -> placed.instance().equals(instance))
                .map(placed -> placed.entry().connectionId())
                .filter(connection -> room.roster().entry(instance, connection).isEmpty())
                .toList();
        if (!over.isEmpty()) store.remove(room.workspace(), instance, over);
    }

    void heard(Shared shared) {
        if (shared.instance().equals(instance)) return;
        Room room = rooms.find(shared.workspaceId());
        neighbours.heard(shared.instance(), ticks());
        if (room == null) return;
        room.heard(shared, ticks());
        rooms.tellSoon(room);
    }

    void roll(Roll roll) {
        neighbours.roll(roll.own(), roll.others().stream().map(Peer::instance).toList(), ticks(), graceMs);
    }

    void left(String node) {
        neighbours.left(node, ticks() + graceMs);
    }

    /** Everybody can be heard again: what was told meanwhile may be lost, the table too. */
    void reachable() {
        renewAt = Math.min(renewAt, Math.max(ticks(), renewedAt + RENEW_AGAIN_MS));
    }

    void look() {
        long now = ticks();
        if (now - lookedAt > OVERSLEPT_MS) renewAt = now;
        lookedAt = now;
        neighbours.gone(now).forEach(this::drop);
        if (now >= forgetAt) forgetUnsaid(now);
        if (now >= renewAt) renew(now);
    }

    private void drop(String gone) {
        rooms.all().forEach(room -> drop(room, gone));
    }

    private void drop(Room room, String gone) {
        List<UUID> connections = room.roster().connectionsOf(gone);
        if (connections.isEmpty()) return;
        room.roster().replace(gone, List.of());
        store.remove(room.workspace(), gone, connections);
        rooms.tellSoon(room);
    }

    /** Looks at everybody in all rooms, and so not often. */
    private void forgetUnsaid(long now) {
        forgetAt = now + FORGET_MS;
        if (neighbours.heardItselfFor(now) <= LEASE_MS) return;
        for (Room room : rooms.all()) room.unsaidSince(now - LEASE_MS).forEach(other -> drop(room, other));
    }

    private void renew(long now) {
        renewedAt = now;
        renewAt = now + RENEW_MS + ThreadLocalRandom.current().nextLong(RENEW_JITTER_MS);
        rooms.all().forEach(this::renew);
    }

    private void renew(Room room) {
        List<Entry> own = new ArrayList<>(room.roster().entriesOf(instance));
        if (!own.isEmpty()) store.put(room.workspace(), instance, own);
        bus.announceAbroad(
                PresenceAddresses.SHARED,
                room.workspace(),
                new Shared(instance, room.workspace(), true, own, List.of()));
    }

    private static long ticks() {
        return System.nanoTime() / 1_000_000;
    }
}
