package io.tandem.snapshots;

import io.tandem.workspaces.Role;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest snapshots, packed, as many as fit; who was not asked for longest makes room. Pure state, for one context. */
final class Shelf {

    /** Of a workspace as one role sees it. */
    record Place(UUID workspaceId, Role role) {}

    private final int bytesMax;
    private final Map<Place, PackedSnapshot> byPlace = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Shelf(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Nullable
    PackedSnapshot find(Place place) {
        return byPlace.get(place);
    }

    /** Takes the place of the one before; what would not fit alone is not kept. */
    void put(PackedSnapshot snapshot) {
        Place place = new Place(snapshot.workspaceId(), snapshot.role());
        PackedSnapshot before = byPlace.remove(place);
        if (before != null) bytes -= before.body().bytes();
        if (snapshot.body().bytes() > bytesMax) return;
        byPlace.put(place, snapshot);
        bytes += snapshot.body().bytes();
        makeRoom();
    }

    private void makeRoom() {
        Iterator<PackedSnapshot> oldest = byPlace.values().iterator();
        while (bytes > bytesMax) {
            bytes -= oldest.next().body().bytes();
            oldest.remove();
        }
    }
}
