package io.tandem.http;

import io.tandem.platform.Authenticator;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.platform.Trace;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The HTTP server of one event loop: API, sockets, web app. As many instances as event loops share the port. */
public final class HttpVerticle extends VerticleBase {

    /** Everything an instance is made of. */
    public record Parts(
            OpenAPIContract contract,
            Bus bus,
            Settings settings,
            Meters meters,
            Pool pool,
            Authenticator authenticator,
            Seats seats,
            List<Routes> routes,
            Mount.Factory sockets) {}

    /** Told when this instance is about to stop: it is not ready any more, and does everything else as before. */
    public static final String DRAINING = "http.draining";

    private static final int[] STATUSES = {400, 401, 403, 404, 405, 406, 413, 415, 416, 417, 429, 500, 503};

    /** A client that acknowledges nothing of what was sent to it, on the level of TCP, is gone. */
    private static final int SILENCE_MS = 60_000;

    private static final Problem FULL =
            Problem.of(503, "unavailable", "This server has as many connections as it takes. Try again in a moment.");

    private static final String REQUEST_ID = "X-Request-Id";

    private final Parts parts;
    private final IntConsumer opened;
    private final Health health;
    private @Nullable HttpServer server;
    private @Nullable Mount sockets;

    /** @param opened is told the port once it is open */
    public HttpVerticle(Parts parts, IntConsumer opened) {
        this.parts = parts;
        this.opened = opened;
        this.health = new Health(parts);
    }

    @Override
    public Future<?> start() {
        parts.bus().<Boolean>hear(DRAINING, about -> health.drain());
        sockets = parts.sockets().create(vertx, context);
        server = vertx.createHttpServer(options(parts.settings()));
        Router router = router(sockets);
        Connections connections = new Connections(vertx, parts.settings().limits(), parts.seats());
        return server.connectionHandler(connections::opened)
                .requestHandler(request -> handle(connections, router, request))
                .listen(port(), parts.settings().http().host())
                .onSuccess(listening -> opened.accept(listening.actualPort()));
    }

    /** A negative port is any free one, the same for all instances of this verticle. */
    private int port() {
        int configured = parts.settings().http().port();
        return configured == 0 ? -1 : configured;
    }

    /**
     * Takes nothing new, tells the sockets to come back later, and ends when what was asked is answered. Vert.x leaves
     * WebSockets open until they are closed or the time is over.
     */
    @Override
    public Future<?> stop() {
        health.drain();
        if (sockets != null) sockets.goodbye();
        int drainMs = parts.settings().shutdown().drainMs();
        return server == null ? Future.succeededFuture() : server.shutdown(drainMs, TimeUnit.MILLISECONDS);
    }

    /**
     * Compression of WebSocket messages stays off: it costs 132 KB a connection and 15 times the processor time. The
     * message limit here is a wall behind the protocol's own, which answers with a close code. HTTP/2 without TLS, which
     * no browser speaks, would hide connections until they say something, and a refused upgrade leaves them open.
     */
    static HttpServerOptions options(Settings settings) {
        int wall = 2 * Math.min(settings.limits().messageBytes(), Integer.MAX_VALUE / 2);
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(true)
                .setCompressionLevel(1)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of("tandem"))
                .setMaxWebSocketFrameSize(wall)
                .setMaxWebSocketMessageSize(wall)
                .setMaxInitialLineLength(settings.limits().urlBytes())
                .setMaxHeaderSize(settings.limits().headerBytes())
                .setTcpUserTimeout(SILENCE_MS)
                .setIdleTimeout(0);
    }

    private void handle(Connections connections, Router router, HttpServerRequest request) {
        request.response().putHeader(REQUEST_ID, Trace.begin(request.getHeader(REQUEST_ID)));
        if (!connections.admits(request)) refuse(request, FULL);
        else if (Unreadable.is(request)) refuse(request, Problem.malformed("This request cannot be read."));
        else router.handle(request);
    }

    private void refuse(HttpServerRequest request, Problem problem) {
        Headers.write(request.response().headers(), promisesHttps());
        Answers.write(request.response(), problem);
    }

    private boolean promisesHttps() {
        return parts.settings()
                .publicUrl()
                .map(url -> "https".equals(url.getScheme()))
                .orElse(false);
    }

    private Router router(Mount mount) {
        Router router = Router.router(vertx);
        Cors cors = new Cors(new Origins(parts.settings()));
        router.route().handler(new Forwarding(parts.settings().http())::note);
        router.route().handler(new Headers(promisesHttps())::write);
        router.route().handler(this::sayLast);
        router.route("/api/*").handler(cors::handle);
        router.route("/live/*").handler(cors::handle);
        health.mount(router);
        new Metrics(vertx, parts.meters(), parts.settings().metrics()).mount(router);
        mount.mount(router);
        router.route("/*").subRouter(api());
        WebApp.mount(router);
        answerFailures(router);
        return router;
    }

    /** Who keeps a connection for later requests, as load balancers do, opens the next one elsewhere. */
    private void sayLast(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean keepsConnection =
                request.version() == HttpVersion.HTTP_1_1 && !request.headers().contains(HttpHeaders.UPGRADE);
        if (health.isDraining() && keepsConnection)
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.next();
    }

    static void answerFailures(Router router) {
        for (int status : STATUSES) router.errorHandler(status, Answers::fail);
        router.errorHandler(200, Answers::failUnread);
    }

    private Router api() {
        Api api = new Api(parts.bus());
        new ConfigRoutes(parts.settings()).mount(api);
        parts.routes().forEach(routes -> routes.mount(api));
        return ApiRouter.create(vertx, api, parts);
    }
}
