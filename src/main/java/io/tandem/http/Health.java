package io.tandem.http;

import io.tandem.platform.Problem;
import io.vertx.core.Future;
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
        router.get("/health/live").handler(context -> Answers.write(context, Reply.ok(new Status("up"))));
        router.get("/health/ready").handler(this::ready);
        router.get("/health").handler(this::ready);
    }

    void drain() {
        draining = true;
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
