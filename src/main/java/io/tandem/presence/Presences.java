package io.tandem.presence;

import io.tandem.presence.PresenceAddresses.Active;
import io.tandem.presence.PresenceAddresses.Came;
import io.tandem.presence.PresenceAddresses.Views;
import io.tandem.presence.PresenceAddresses.Went;
import io.tandem.presence.PresenceAddresses.Whole;
import io.tandem.presence.Sockets.Owner;
import io.tandem.presence.Sockets.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at this instance: what its sockets do becomes entries in the rooms of their workspaces. Who goes stays for a
 * moment, for a page that is loaded anew. State of one context.
 */
final class Presences {

    private final Rooms rooms;
    private final LastSeen lastSeen;
    private final int graceMs;
    private final Sockets sockets = new Sockets();
    private final Map<Guest, Map<UUID, Long>> staying = new LinkedHashMap<>();
    private long revision;

    /** Somebody with entries whose sockets are over: by connection until when they stay. */
    private record Guest(UUID workspace, UUID user) {}

    Presences(Rooms rooms, LastSeen lastSeen, int graceMs) {
        this.rooms = rooms;
        this.lastSeen = lastSeen;
        this.graceMs = graceMs;
    }

    void came(Came came) {
        Socket socket = sockets.open(came.connectionId(), came.userId(), came.name());
        UUID workspace = came.workspaceId();
        if (workspace == null || socket.isIn(workspace)) return;
        socket.enter(workspace);
        show(socket, workspace);
    }

    void went(Went went) {
        Socket socket = sockets.find(went.connectionId());
        if (socket != null) socket.leave(went.workspaceId());
        hide(went.workspaceId(), went.connectionId());
    }

    /** Who is here with another socket is not waited for. */
    void closed(UUID connection) {
        Socket socket = sockets.find(connection);
        if (socket == null) return;
        Owner owner = socket.owner();
        if (sockets.close(socket)) lastSeen.seen(owner.id(), now());
        for (UUID workspace : socket.workspaces()) {
            boolean stays = graceMs > 0 && owner.sockets().stream().noneMatch(another -> another.isIn(workspace));
            if (stays) stay(new Guest(workspace, owner.id()), connection);
            else hide(workspace, connection);
        }
    }

    /** Who shows something again needs no trace of what was shown before. */
    void views(Views views) {
        Socket socket = sockets.find(views.connectionId());
        if (socket == null || !socket.isIn(views.workspaceId())) return;
        socket.views(views.workspaceId(), views.taskId());
        goesFor(views.workspaceId(), socket.owner().id());
        show(socket, views.workspaceId());
    }

    void active(Active active) {
        Socket socket = sockets.find(active.connectionId());
        if (socket != null && socket.becomes(active.active())) show(socket.owner());
    }

    /** People whose status nobody has read yet. */
    List<UUID> unknown() {
        return sockets.unknown();
    }

    void learn(UUID user, Status status) {
        if (sockets.learn(user, status)) show(sockets.owner(user));
    }

    void says(UUID user, Status status) {
        sockets.says(user, status);
        show(sockets.owner(user));
    }

    void renamed(UUID user, String name) {
        sockets.renamed(user, name);
        show(sockets.owner(user));
    }

    /** Somebody is no member any more: their sockets here are ended by whoever has them, all else goes now. */
    void expelled(UUID workspace, UUID user) {
        goesFor(workspace, user);
        rooms.expel(workspace, user);
    }

    private void stay(Guest guest, UUID connection) {
        staying.computeIfAbsent(guest, fresh -> new LinkedHashMap<>()).put(connection, ticks() + graceMs);
    }

    private void goesFor(UUID workspace, UUID user) {
        Map<UUID, Long> theirs = staying.remove(new Guest(workspace, user));
        if (theirs != null) theirs.keySet().forEach(connection -> hide(workspace, connection));
    }

    /** Ends what has stayed long enough. */
    void sweep() {
        long now = ticks();
        staying.forEach((guest, theirs) -> theirs.entrySet().removeIf(one -> {
            boolean isOver = one.getValue() <= now;
            if (isOver) hide(guest.workspace(), one.getKey());
            return isOver;
        }));
        staying.values().removeIf(Map::isEmpty);
    }

    /** Everybody who is here is seen now. */
    void seeAll() {
        Instant now = now();
        sockets.users().forEach(user -> lastSeen.seen(user, now));
    }

    private void show(@Nullable Owner owner) {
        if (owner == null) return;
        for (Socket socket : owner.sockets()) socket.workspaces().forEach(workspace -> show(socket, workspace));
    }

    private void show(Socket socket, UUID workspace) {
        Owner owner = socket.owner();
        Instant since = rooms.room(workspace).roster().since(owner.id()).orElseGet(Presences::now);
        revision = Math.max(revision + 1, System.currentTimeMillis());
        rooms.put(
                workspace,
                new Entry(
                        socket.id(),
                        owner.id(),
                        owner.name(),
                        owner.status(),
                        owner.isActive(),
                        socket.viewing(workspace),
                        since,
                        revision));
    }

    private void hide(UUID workspace, UUID connection) {
        rooms.remove(workspace, connection);
    }

    Whole whole(UUID workspace) {
        Room room = rooms.room(workspace);
        return new Whole(room.version(), room.roster().told());
    }

    /** People at this instance. */
    int people() {
        return sockets.users().size();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static long ticks() {
        return System.nanoTime() / 1_000_000;
    }
}
