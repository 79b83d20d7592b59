package io.tandem.snapshots;

import io.tandem.journal.Position;
import io.tandem.platform.Address;
import io.tandem.snapshots.Shelf.Place;
import io.tandem.workspaces.WorkspaceAddresses.Membership;

/** Where snapshots and events are asked for. */
public final class SnapshotAddresses {

    public static final Address<ReadSnapshot, WorkspaceSnapshot> WORKSPACE =
            new Address<>("snapshots.workspace", ReadSnapshot.class);

    /** The same, packed once for all who have the same role. */
    static final Address<ReadSnapshot, PackedSnapshot> PACKED = new Address<>("snapshots.packed", ReadSnapshot.class);

    /** A question between these verticles: the snapshot that all share, where it has reached a position. */
    static final Address<Wanted, PackedSnapshot> SHARED = new Address<>("snapshots.shared", Wanted.class);

    public static final Address<ReadMySnapshot, MySnapshot> MINE =
            new Address<>("snapshots.mine", ReadMySnapshot.class);

    public static final Address<ReadEvents, Events> EVENTS = new Address<>("snapshots.events", ReadEvents.class);

    private SnapshotAddresses() {}

    /** Somebody who may read a workspace wants all of it. */
    record Wanted(Membership reader, Glance glance) {

        Place place() {
            return new Place(reader.workspaceId(), glance.role());
        }

        Position position() {
            return glance.position();
        }
    }
}
