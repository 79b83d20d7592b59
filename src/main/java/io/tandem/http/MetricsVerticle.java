package io.tandem.http;

import io.tandem.platform.Meters;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;

/** Serves {@code /metrics} on a port of its own. One instance, and only where a port is configured. */
public final class MetricsVerticle extends VerticleBase {

    private final Meters meters;
    private final Settings.Metrics settings;

    public MetricsVerticle(Meters meters, Settings.Metrics settings) {
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        new Metrics(vertx, meters, settings).mountOwn(router);
        HttpVerticle.answerFailures(router);
        return vertx.createHttpServer().requestHandler(router).listen(settings.port(), settings.host());
    }
}
