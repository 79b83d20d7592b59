package io.tandem.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connections this instance has, and what it knows of the people at them. Pure state, for one context. */
final class Sockets {

    /** One connection; by workspace the task it shows, or nothing. */
    static final class Socket {
        private final UUID id;
        private final Owner owner;
        private final Map<UUID, @Nullable UUID> viewing = new HashMap<>();
        private boolean active = true;

        private Socket(UUID id, Owner owner) {
            this.id = id;
            this.owner = owner;
        }

        UUID id() {
            return id;
        }

        Owner owner() {
            return owner;
        }

        Set<UUID> workspaces() {
            return Set.copyOf(viewing.keySet());
        }

        boolean isIn(UUID workspace) {
            return viewing.containsKey(workspace);
        }

        void enter(UUID workspace) {
            viewing.put(workspace, null);
        }

        void leave(UUID workspace) {
            viewing.remove(workspace);
        }

        void views(UUID workspace, @Nullable UUID task) {
            viewing.put(workspace, task);
        }

        @Nullable
        UUID viewing(UUID workspace) {
            return viewing.get(workspace);
        }

        /** Answers whether the person is at a device now who was at none before, or the other way round. */
        boolean becomes(boolean now) {
            boolean before = owner.isActive();
            active = now;
            return before != owner.isActive();
        }
    }

    /** Whose connections they are. */
    static final class Owner {
        private final UUID id;
        private final Map<UUID, Socket> sockets = new LinkedHashMap<>();
        private String name;
        private @Nullable Status status;

        private Owner(UUID id, String name) {
            this.id = id;
            this.name = name;
        }

        UUID id() {
            return id;
        }

        String name() {
            return name;
        }

        /** What they said of themselves; available until that is known. */
        Status status() {
            return status == null ? Status.AVAILABLE : status;
        }

        Collection<Socket> sockets() {
            return List.copyOf(sockets.values());
        }

        boolean isActive() {
            return sockets.values().stream().anyMatch(socket -> socket.active);
        }
    }

    private final Map<UUID, Socket> sockets = new HashMap<>();
    private final Map<UUID, Owner> owners = new LinkedHashMap<>();

    @Nullable
    Socket find(UUID connection) {
        return sockets.get(connection);
    }

    @Nullable
    Owner owner(UUID user) {
        return owners.get(user);
    }

    /** Opens it where it is not known yet; the newest connection brings the newest name. */
    Socket open(UUID connection, UUID user, String name) {
        Socket known = sockets.get(connection);
        if (known != null) return known;
        Owner owner = owners.computeIfAbsent(user, id -> new Owner(id, name));
        owner.name = name;
        Socket socket = new Socket(connection, owner);
        sockets.put(connection, socket);
        owner.sockets.put(connection, socket);
        return socket;
    }

    /** Answers whether it was the person's last one here. */
    boolean close(Socket socket) {
        sockets.remove(socket.id);
        socket.owner.sockets.remove(socket.id);
        if (!socket.owner.sockets.isEmpty()) return false;
        owners.remove(socket.owner.id);
        return true;
    }

    /** People whose status was not read yet. */
    List<UUID> unknown() {
        return owners.values().stream()
                .filter(owner -> owner.status == null)
                .map(Owner::id)
                .toList();
    }

    /** An answer of the database may be older than what was heard since: it counts only where nothing is known. */
    boolean learn(UUID user, Status status) {
        Owner owner = owners.get(user);
        if (owner == null || owner.status != null) return false;
        owner.status = status;
        return status != Status.AVAILABLE;
    }

    void says(UUID user, Status status) {
        Owner owner = owners.get(user);
        if (owner != null) owner.status = status;
    }

    void renamed(UUID user, String name) {
        Owner owner = owners.get(user);
        if (owner != null) owner.name = name;
    }

    Set<UUID> users() {
        return owners.keySet();
    }
}
