package io.tandem.http;

import io.tandem.platform.MailState;
import io.tandem.platform.Meters;
import io.tandem.platform.Problem;
import io.tandem.platform.Version;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can work, its database too; Redis may be away, for
 * without it events take a little longer and nothing else; so may the mail server, for letters wait. {@code /health}: what is well and what is not.
 */
final class Health {

    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(2);

    private final Pool pool;
    private final Meters meters;
    private final String node;
    private boolean draining;

    Health(HttpVerticle.Parts parts) {
        pool = parts.pool();
        meters = parts.meters();
        node = parts.settings().node().id();
    }

    private record Status(String status) {}

    private record Details(
            String status, String database, Meters.Redis redis, MailState mail, String version, String node) {}

    void mount(Router router) {
        get(router, "/health/live").handler(context -> Answers.write(context, Reply.ok(new Status("up"))));
        get(router, "/health/ready").handler(this::ready);
        get(router, "/health").handler(this::tell);
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

    /** A check that is answered with "no" has worked: it leaves no line in the log, every second of an outage. */
    private void ready(RoutingContext context) {
        if (draining) {
            Answers.write(context, Problem.of(503, "unavailable", "This instance is shutting down."));
            return;
        }
        database()
                .onSuccess(up -> Answers.write(context, Reply.ok(new Status("up"))))
                .onFailure(down -> Answers.write(context, Problem.unavailable()));
    }

    private void tell(RoutingContext context) {
        database().map(true).otherwise(false).onSuccess(database -> Answers.write(context, details(database)));
    }

    private Reply details(boolean database) {
        String status = draining ? "draining" : word(database);
        Details details = new Details(status, word(database), meters.redis(), meters.mail(), Version.CURRENT, node);
        return new Reply(database && !draining ? 200 : 503, details);
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    private Future<Void> database() {
        return pool.query("SELECT 1")
                .execute()
                .timeout(DATABASE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .mapEmpty();
    }
}
