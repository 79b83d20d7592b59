package io.tandem.live;

import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Keeps the gate that all hubs of this instance ask. One instance. */
public final class LiveVerticle extends VerticleBase {

    private static final long SWEEP_MS = 60_000;

    private final Bus bus;
    private final Gate gate;

    public LiveVerticle(Bus bus, Settings settings) {
        this.bus = bus;
        gate = new Gate(
                settings.limits().connectionsPerUser(), settings.limits().connectionsPerMinute());
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(Gate.ENTER, user -> Future.succeededFuture(gate.enter(user, System.currentTimeMillis())));
        bus.hear(Gate.LEFT, gate::leave);
        vertx.setPeriodic(SWEEP_MS, timer -> gate.sweep(System.currentTimeMillis()));
        return Future.succeededFuture();
    }
}
