package io.tandem.snapshots;

import io.tandem.platform.Address;

/** Where snapshots and events are asked for. */
public final class SnapshotAddresses {

    public static final Address<ReadSnapshot, WorkspaceSnapshot> WORKSPACE =
            new Address<>("snapshots.workspace", ReadSnapshot.class);

    public static final Address<ReadMySnapshot, MySnapshot> MINE =
            new Address<>("snapshots.mine", ReadMySnapshot.class);

    public static final Address<ReadEvents, Events> EVENTS = new Address<>("snapshots.events", ReadEvents.class);

    private SnapshotAddresses() {}
}
