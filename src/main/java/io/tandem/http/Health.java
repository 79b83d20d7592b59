package io.tandem.http;

import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code /health/live}: the process answers. {@code /health/ready} and {@code /health}: it can work, its database too. */
final class Health {

    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(2);

    private final Pool pool;
    private boolean draining;

    Health(Pool pool) {
        this.pool = pool;
    }

    private record Status(String status) {}

    void mount(Router router) {
        get(router, "/health/live").handler(context -> Answers.write(context, Reply.ok(new Status("up"))));
        get(router, "/health/ready").handler(this::ready);
        get(router, "/health").handler(this::ready);
    }

    /** Load balancers like to ask by HEAD. */
    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** Not ready any more, for good: this instance is about to stop. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    private void ready(RoutingContext context) {
        if (draining) {
            Answers.fail(context, Problem.of(503, "unavailable", "This instance is shutting down."));
            return;
        }
        database()
                .onSuccess(up -> Answers.write(context, Reply.ok(new Status("up"))))
                .onFailure(down -> Answers.fail(context, Problem.unavailable()));
    }

    private Future<Void> database() {
        return pool.query("SELECT 1")
                .execute()
                .timeout(DATABASE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .mapEmpty();
    }
}
