package io.tandem.presence;

import io.tandem.platform.Bus;
import io.tandem.platform.Json;
import io.tandem.platform.SharedTables;
import io.tandem.platform.SharedTables.Put;
import io.tandem.platform.SharedTables.Remove;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For several instances: a hash in Redis per workspace, a field per connection ({@code <node>/<started at>/<connection
 * id>}), its entry as JSON.
 */
final class RedisPresenceStore implements PresenceStore {

    /** Three times as long as an instance takes to write its entries again. */
    static final int KEPT_SECONDS = 90;

    private final Bus bus;

    RedisPresenceStore(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Future<Void> put(UUID workspaceId, String instance, List<Entry> entries) {
        Map<String, String> fields = new LinkedHashMap<>();
        entries.forEach(entry -> fields.put(field(instance, entry.connectionId()), Json.encode(entry)));
        return bus.ask(SharedTables.PUT, new Put(table(workspaceId), fields, KEPT_SECONDS))
                .mapEmpty();
    }

    @Override
    public Future<Void> remove(UUID workspaceId, String instance, List<UUID> connections) {
        List<String> fields = connections.stream()
                .map(connection -> field(instance, connection))
                .toList();
        return bus.ask(SharedTables.REMOVE, new Remove(table(workspaceId), fields))
                .mapEmpty();
    }

    @Override
    public Future<List<Placed>> all(UUID workspaceId) {
        return bus.ask(SharedTables.READ, table(workspaceId)).map(RedisPresenceStore::placed);
    }

    private static String table(UUID workspaceId) {
        return "workspace:" + workspaceId + ":presence";
    }

    private static String field(String instance, UUID connection) {
        return instance + "/" + connection;
    }

    private static List<Placed> placed(Map<String, String> fields) {
        List<Placed> all = new ArrayList<>(fields.size());
        fields.forEach((field, text) -> {
            Entry entry = entry(text);
            String end = entry == null ? "" : "/" + entry.connectionId();
            if (entry != null && field.endsWith(end))
                all.add(new Placed(field.substring(0, field.length() - end.length()), entry));
        });
        return all;
    }

    /** Whatever else somebody wrote there is nobody. */
    private static @Nullable Entry entry(String text) {
        try {
            return Json.decode(text, Entry.class);
        } catch (IllegalArgumentException garbage) {
            return null;
        }
    }
}
