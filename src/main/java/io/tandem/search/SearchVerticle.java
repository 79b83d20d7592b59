package io.tandem.search;

import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** The search on the bus. */
public final class SearchVerticle extends VerticleBase {

    private final Bus bus;
    private final Search search;

    public SearchVerticle(Pool pool, Bus bus, Settings settings) {
        this.bus = bus;
        search = new Search(pool, settings.limits());
    }

    @Override
    public Future<?> start() {
        bus.serve(SearchAddresses.FIND, search::find);
        return Future.succeededFuture();
    }
}
