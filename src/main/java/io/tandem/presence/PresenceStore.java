package io.tandem.presence;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Who is in a workspace, for whoever begins to look: the entries of all instances. What nobody renews is forgotten. */
interface PresenceStore {

    /** An entry with where it comes from. */
    record Placed(String instance, Entry entry) {}

    /** Keeps entries of an instance, in place of what it had for the same connections. */
    Future<Void> put(UUID workspaceId, String instance, List<Entry> entries);

    Future<Void> remove(UUID workspaceId, String instance, List<UUID> connections);

    Future<List<Placed>> all(UUID workspaceId);
}
