package io.tandem.presence;

import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.presence.PresenceAddresses.Told;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces that somebody here is in or follows, and the telling of what changes in them. State of one context. */
final class Rooms {

    private final Vertx vertx;
    private final Bus bus;
    private final String instance;
    private final PresenceStore store;
    private final boolean shared;
    private final Map<UUID, Room> rooms = new HashMap<>();

    /**
     * @param instance this one
     * @param shared whether there are other instances to tell
     */
    Rooms(Vertx vertx, Bus bus, String instance, PresenceStore store, boolean shared) {
        this.vertx = vertx;
        this.bus = bus;
        this.instance = instance;
        this.store = store;
        this.shared = shared;
    }

    Room room(UUID workspace) {
        return rooms.computeIfAbsent(workspace, id -> new Room(id, instance));
    }

    @Nullable
    Room find(UUID workspace) {
        return rooms.get(workspace);
    }

    Collection<Room> all() {
        return List.copyOf(rooms.values());
    }

    void unfollow(Log log) {
        Room room = rooms.get(log.id());
        if (room == null) return;
        room.follow(false);
        forget(room);
    }

    void put(UUID workspace, Entry entry) {
        Room room = room(workspace);
        room.put(entry);
        tellSoon(room);
    }

    void remove(UUID workspace, UUID connection) {
        Room room = rooms.get(workspace);
        if (room == null) return;
        room.remove(connection);
        tellSoon(room);
    }

    /**
     * Somebody is no member any more: they are shown no longer, whether or not the instance that has their sockets can say
     * so. Who came back meanwhile is said again.
     */
    void expel(UUID workspace, UUID user) {
        Room room = rooms.get(workspace);
        if (room == null) return;
        room.roster().removeElsewhere(instance, user);
        tellSoon(room);
    }

    /** Something in it has changed: what else changes within the window is told along with it. */
    void tellSoon(Room room) {
        if (room.startTelling()) vertx.setTimer(room.windowMs(), timer -> tell(room));
    }

    private void tell(Room room) {
        room.stopTelling();
        Differences differences = room.roster().tell(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (!differences.isEmpty()) {
            long version = room.nextVersion();
            bus.tell(
                    PresenceAddresses.TOLD,
                    new Told(room.workspace(), version, differences.people(), differences.left()));
        }
        share(room);
        forget(room);
    }

    /** What is told late of a room that was forgotten before must not take the new one of the same workspace along. */
    private void forget(Room room) {
        if (room.isForgotten()) rooms.remove(room.workspace(), room);
    }

    private void share(Room room) {
        List<Entry> entries = room.takeUnshared();
        List<UUID> gone = room.takeGone();
        if (!entries.isEmpty()) store.put(room.workspace(), instance, entries);
        if (!gone.isEmpty()) store.remove(room.workspace(), instance, gone);
        boolean some = !entries.isEmpty() || !gone.isEmpty();
        if (shared && some)
            bus.announceAbroad(
                    PresenceAddresses.SHARED,
                    room.workspace(),
                    new Shared(instance, room.workspace(), false, entries, gone));
    }
}
