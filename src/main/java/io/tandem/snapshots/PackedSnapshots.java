package io.tandem.snapshots;

import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Gathering;
import io.tandem.platform.Problem;
import io.tandem.snapshots.SnapshotAddresses.Wanted;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
import io.vertx.core.Future;

/**
 * Hands out snapshots that are packed once for many. The right is asked of the database each time, with the position a
 * snapshot must have reached: what is at this very position needs no more. A newer one may know of what came after a
 * removal, so the right is asked for once more, behind it.
 */
final class PackedSnapshots {

    private final Bus bus;
    private final Gathering<Membership, Glance> glances;

    PackedSnapshots(Bus bus, Gathering<Membership, Glance> glances) {
        this.bus = bus;
        this.glances = glances;
    }

    /** Fails with {@code not_found} for who is no member. */
    Future<PackedSnapshot> ofWorkspace(Call<ReadSnapshot> call) {
        return ofWorkspace(new Membership(call.actor().id(), call.command().workspaceId()));
    }

    private Future<PackedSnapshot> ofWorkspace(Membership reader) {
        return glance(reader).compose(glance -> bus.ask(SnapshotAddresses.SHARED, new Wanted(reader, glance))
                .compose(found -> found.isAt(glance) ? Future.succeededFuture(found) : confirm(reader, found)));
    }

    private Future<PackedSnapshot> confirm(Membership reader, PackedSnapshot found) {
        return glance(reader)
                .compose(now -> now.role() == found.role() ? Future.succeededFuture(found) : ofWorkspace(reader));
    }

    private Future<Glance> glance(Membership reader) {
        return glances.ask(reader).map(glance -> {
            if (glance == null) throw Problem.notFound("workspace");
            return glance;
        });
    }
}
