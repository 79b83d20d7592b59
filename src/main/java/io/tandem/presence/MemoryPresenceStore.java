package io.tandem.presence;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For an instance that is alone: there is nobody to tell. State of one context. */
final class MemoryPresenceStore implements PresenceStore {

    private final Map<UUID, Map<Place, Entry>> workspaces = new HashMap<>();

    @Override
    public Future<Void> put(UUID workspaceId, String instance, List<Entry> entries) {
        Map<Place, Entry> kept = workspaces.computeIfAbsent(workspaceId, id -> new LinkedHashMap<>());
        entries.forEach(entry -> kept.put(new Place(instance, entry.connectionId()), entry));
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> remove(UUID workspaceId, String instance, List<UUID> connections) {
        Map<Place, Entry> kept = workspaces.getOrDefault(workspaceId, new HashMap<>());
        connections.forEach(connection -> kept.remove(new Place(instance, connection)));
        if (kept.isEmpty()) workspaces.remove(workspaceId);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Placed>> all(UUID workspaceId) {
        return Future.succeededFuture(workspaces.getOrDefault(workspaceId, Map.of()).entrySet().stream()
                .map(kept -> new Placed(kept.getKey().instance(), kept.getValue()))
                .toList());
    }
}
