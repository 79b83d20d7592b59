package io.tandem.tasks;

import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Creates tasks. Once per instance, because one must gather those that come together. */
public final class TaskCreatesVerticle extends VerticleBase {

    private final Bus bus;
    private final Journal journal;
    private final Settings settings;

    public TaskCreatesVerticle(Bus bus, Journal journal, Settings settings) {
        this.bus = bus;
        this.journal = journal;
        this.settings = settings;
    }

    @Override
    public Future<?> start() {
        Creates creates = new Creates(vertx, journal, new Tasks(journal, settings.limits()), settings);
        bus.serve(TaskAddresses.CREATE, creates::create);
        return Future.succeededFuture();
    }
}
