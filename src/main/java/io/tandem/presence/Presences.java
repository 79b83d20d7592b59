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
import java.util.stream.Stream;
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
    private final Map<Staying, Long> staying = new LinkedHashMap<>();
    private long revision;

    /** An entry whose socket is over. */
    private record Staying(UUID workspace, UUID user, UUID connection) {}

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
            if (stays) staying.put(new Staying(workspace, owner.id(), connection), ticks() + graceMs);
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

    private void goesFor(UUID workspace, UUID user) {
        Stream<Staying> theirs = List.copyOf(staying.keySet()).stream()
                .filter(one -> one.workspace().equals(workspace) && one.user().equals(user));
        theirs.forEach(this::goes);
    }

    private void goes(Staying one) {
        staying.remove(one);
        hide(one.workspace(), one.connection());
    }

    /** Ends what has stayed long enough. */
    void sweep() {
        long now = ticks();
        List.copyOf(staying.entrySet()).stream()
                .filter(one -> one.getValue() <= now)
                .forEach(one -> goes(one.getKey()));
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
