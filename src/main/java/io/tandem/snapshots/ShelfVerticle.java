package io.tandem.snapshots;

import io.micrometer.core.instrument.Counter;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.snapshots.Shelf.Place;
import io.tandem.snapshots.SnapshotAddresses.Wanted;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes snapshots once for all who want them at the same time, and keeps the newest. One instance. */
public final class ShelfVerticle extends VerticleBase {

    /** One that is never read must not be waited for by everybody who comes later. */
    private static final long GIVEN_UP_MS = 10_000;

    private final Bus bus;
    private final Snapshots snapshots;
    private final Shelf shelf;
    private final Counter packed;
    private final Map<Place, Future<PackedSnapshot>> packing = new HashMap<>();

    public ShelfVerticle(Pool pool, Bus bus, Settings settings, Meters meters) {
        this.bus = bus;
        this.snapshots = new Snapshots(pool, settings.limits().replayEvents());
        this.shelf = new Shelf(settings.limits().snapshotCacheBytes());
        this.packed = meters.counter("tandem.snapshots.packed", "Snapshots that were read, encoded and compressed");
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(SnapshotAddresses.SHARED, this::find);
        return Future.succeededFuture();
    }

    private Future<PackedSnapshot> find(Wanted wanted) {
        Place place = wanted.place();
        PackedSnapshot kept = shelf.find(place);
        if (kept != null && kept.covers(wanted.position())) return Future.succeededFuture(kept);
        Future<PackedSnapshot> underWay = packing.get(place);
        return underWay == null ? pack(wanted) : shared(wanted, underWay);
    }

    /** It was begun for somebody else: it may be from before this one asked, or have failed for want of their right. */
    private Future<PackedSnapshot> shared(Wanted wanted, Future<PackedSnapshot> underWay) {
        return underWay.compose(made -> made.covers(wanted.position()) ? Future.succeededFuture(made) : find(wanted))
                .recover(failure -> failure instanceof Problem problem && problem.status() == 404
                        ? find(wanted)
                        : Future.failedFuture(failure));
    }

    private Future<PackedSnapshot> pack(Wanted wanted) {
        Future<PackedSnapshot> made = snapshots
                .read(wanted.reader())
                .compose(snapshot -> vertx.executeBlocking(() -> PackedSnapshot.of(snapshot), false))
                .timeout(GIVEN_UP_MS, TimeUnit.MILLISECONDS)
                .onSuccess(this::keep);
        packing.put(wanted.place(), made);
        return made.onComplete(done -> packing.remove(wanted.place(), made));
    }

    private void keep(PackedSnapshot snapshot) {
        packed.increment();
        shelf.put(snapshot);
    }
}
