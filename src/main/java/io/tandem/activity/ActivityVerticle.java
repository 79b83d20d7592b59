package io.tandem.activity;

import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** Activity and what was seen of it, on the bus. */
public final class ActivityVerticle extends VerticleBase {

    private final Bus bus;
    private final Activity activity;
    private final SeenPositions seen;

    public ActivityVerticle(Pool pool, Bus bus, Journal journal) {
        this.bus = bus;
        activity = new Activity(pool);
        seen = new SeenPositions(pool, journal);
    }

    @Override
    public Future<?> start() {
        bus.serve(ActivityAddresses.OF_WORKSPACE, activity::ofWorkspace);
        bus.serve(ActivityAddresses.OF_TASK, activity::ofTask);
        bus.serve(ActivityAddresses.NEWS, seen::news);
        bus.serve(ActivityAddresses.MARK_SEEN, seen::mark);
        return Future.succeededFuture();
    }
}
