package io.tandem.snapshots;

import io.tandem.platform.Bus;
import io.tandem.platform.Gathering;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** Registers the snapshots' addresses. */
public final class SnapshotsVerticle extends VerticleBase {

    private final Pool pool;
    private final Bus bus;
    private final Snapshots snapshots;

    public SnapshotsVerticle(Pool pool, Bus bus, Settings settings) {
        this.pool = pool;
        this.bus = bus;
        this.snapshots = new Snapshots(pool, settings.limits().replayEvents());
    }

    @Override
    public Future<?> start() {
        bus.serve(SnapshotAddresses.WORKSPACE, snapshots::ofWorkspace);
        bus.serve(SnapshotAddresses.PACKED, packed()::ofWorkspace);
        bus.serve(SnapshotAddresses.MINE, snapshots::ofPerson);
        bus.serve(SnapshotAddresses.EVENTS, snapshots::events);
        return Future.succeededFuture();
    }

    private PackedSnapshots packed() {
        return new PackedSnapshots(bus, new Gathering<>(vertx, readers -> SnapshotStore.glances(pool, readers)));
    }
}
