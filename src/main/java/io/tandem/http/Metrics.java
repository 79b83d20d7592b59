package io.tandem.http;

import io.tandem.platform.Meters;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics} for Prometheus: on a port of its own to whoever reaches it, or on the server's to whoever brings the
 * token. Is a token configured, it is asked for on both.
 */
final class Metrics {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String BEARER = "Bearer ";

    private final Vertx vertx;
    private final Meters meters;
    private final Settings.Metrics settings;

    Metrics(Vertx vertx, Meters meters, Settings.Metrics settings) {
        this.vertx = vertx;
        this.meters = meters;
        this.settings = settings;
    }

    /** On the server's port: without a token nobody may ask, and with a port of its own nobody finds it here. */
    void mount(Router router) {
        boolean here = settings.port() == 0 && settings.token().isPresent();
        if (here) mountOwn(router);
        else router.route("/metrics").handler(context -> context.fail(404));
    }

    void mountOwn(Router router) {
        router.route("/metrics")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::admit)
                .handler(this::write);
    }

    private void admit(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (settings.token().isEmpty() || isToken(settings.token().get(), header)) context.next();
        else context.fail(Problem.unauthorized("The metrics are for whoever has metrics.token."));
    }

    /** Takes the same time however much of it is right. */
    private static boolean isToken(String token, @Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return false;
        byte[] given = header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
    }

    /** Thousands of lines are made beside the event loop. */
    private void write(RoutingContext context) {
        vertx.executeBlocking(() -> meters.registry().scrape(), false)
                .onSuccess(text -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(text))
                .onFailure(context::fail);
    }
}
