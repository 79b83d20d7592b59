package io.tandem.tasks;

import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Creates tasks. Once per instance, because one must gather those that come together. */
public final class TaskCreatesVerticle extends VerticleBase {

    private final Bus bus;
    private final Creates creates;

    public TaskCreatesVerticle(Bus bus, Journal journal, Settings settings) {
        this.bus = bus;
        creates = new Creates(journal, new Tasks(journal, settings.limits()), settings);
    }

    @Override
    public Future<?> start() {
        bus.serve(TaskAddresses.CREATE, creates::create);
        return Future.succeededFuture();
    }
}
