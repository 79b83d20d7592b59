package io.tandem.live;

import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.tandem.http.Origins;
import io.tandem.http.Source;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Bus;
import io.tandem.platform.IpAddress;
import io.tandem.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of the live protocol: {@code /ws}, {@code /ws/workspace/{id}}, and SockJS at {@code /live}. */
public final class LiveSockets {

    private static final Logger logger = LoggerFactory.getLogger(LiveSockets.class);
    private static final String BEARER = "bearer.";
    private static final int HOMES_SWEEP_MS = 30_000;

    private final Context context;
    private final Settings settings;
    private final SockJsMount sockJs;
    private final Origins origins;
    private final LiveDoor door;

    /**
     * @param context the event loop all sockets of this instance live on
     * @param homes the same for all loops
     */
    public LiveSockets(
            Vertx vertx,
            Context context,
            SessionHomes homes,
            Bus bus,
            Settings settings,
            LiveMeters meters,
            Authenticator authenticator,
            Rights rights) {
        this.context = context;
        this.settings = settings;
        sockJs = new SockJsMount(vertx, context, homes, settings.limits().messageBytes());
        origins = new Origins(settings);
        door = new LiveDoor(vertx, context, bus, settings, meters, authenticator, rights);
        vertx.setPeriodic(HOMES_SWEEP_MS, timer -> homes.sweep(System.currentTimeMillis()));
    }

    public void mount(Router router) {
        router.get("/ws").handler(request -> upgrade(request, null));
        router.get("/ws/workspace/:id").handler(request -> upgrade(request, request.pathParam("id")));
        router.route("/live*").handler(this::checkOrigin);
        router.routeWithRegex("/live/iframe.*").handler(routing -> routing.fail(404));
        router.post("/live/:server/:session/xhr_send").handler(sockJs.reading()).handler(SockJsPost::check);
        sockJs.at("/live", router, withoutScripts(), this::open);
    }

    /** Without the transports that run what they are sent as a script, and above without frames: no browser needs them. */
    private static SockJSHandlerOptions withoutScripts() {
        return SockJsMount.options()
                .addDisabledTransport(Transport.HTML_FILE.name())
                .addDisabledTransport(Transport.JSON_P.name());
    }

    /**
     * Tells everybody to come back, spread over a while, and closes: each socket once it has the answers it waits for.
     *
     * @param loops as many say goodbye at the same time
     */
    public void goodbye(int loops) {
        door.hub().goodbye(loops);
    }

    /** Browsers do not show why an upgrade was refused, so it is accepted and closed with a code that says why. */
    private void upgrade(RoutingContext routing, @Nullable String workspace) {
        HttpServerRequest request = routing.request();
        Source source = Source.of(routing);
        EarlyFrames.drop(request);
        request.toWebSocket()
                .onSuccess(socket -> open(socket, request, workspace, source))
                .onFailure(failure -> refuse(routing, failure));
    }

    /** Vert.x would leave the connection open, also to who asked for its end. */
    private static void refuse(RoutingContext routing, Throwable failure) {
        if (!(failure instanceof WebSocketHandshakeException)) logger.debug("No WebSocket came of it", failure);
        if (!routing.response().ended()) routing.fail(400);
        routing.request().connection().close();
    }

    private void open(ServerWebSocket socket, HttpServerRequest request, @Nullable String workspace, Source source) {
        UUID workspaceId = workspace == null ? null : uuid(workspace);
        if (!origins.allows(request.getHeader(HttpHeaders.ORIGIN), source)) close(socket, CloseCode.FORBIDDEN);
        else if (workspace != null && workspaceId == null) close(socket, CloseCode.UNKNOWN);
        else converse(socket, request, Places.of(workspaceId, request.params()), source.network());
    }

    private void close(ServerWebSocket socket, CloseCode code) {
        door.hub().meters().refused(code.word());
        socket.close((short) code.number, code.reason);
    }

    private void converse(ServerWebSocket socket, HttpServerRequest request, Places places, IpAddress network) {
        int bufferBytesMax = settings.limits().socketBufferBytes();
        int messageBytesMax = settings.limits().messageBytes();
        Wire wire = WebSocketWire.of(socket, request.connection(), context, messageBytesMax, bufferBytesMax);
        Conversation conversation = door.open(wire, places, network);
        String token = token(request);
        if (token != null) conversation.greet(token);
        wire.listen(conversation);
    }

    /** SockJS may answer from any event loop; the conversation stays on the one it began on. */
    private void open(SockJSSocket socket) {
        Wire wire = new SockJsWire(socket, settings.limits().socketBufferBytes());
        IpAddress network = Source.of(socket.routingContext()).network();
        wire.listen(door.open(wire, Places.NONE, network));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String token(HttpServerRequest request) {
        String parameter = request.getParam("token");
        return parameter != null ? parameter : subprotocolToken(request.getHeader("Sec-WebSocket-Protocol"));
    }

    private static @Nullable String subprotocolToken(@Nullable String protocols) {
        if (protocols == null) return null;
        for (String protocol : protocols.split(",")) {
            if (protocol.strip().startsWith(BEARER)) return protocol.strip().substring(BEARER.length());
        }
        return null;
    }

    private void checkOrigin(RoutingContext routing) {
        String origin = routing.request().getHeader(HttpHeaders.ORIGIN);
        if (origins.allows(origin, Source.of(routing))) routing.next();
        else {
            door.hub().meters().refused(CloseCode.FORBIDDEN.word());
            routing.fail(403);
        }
    }
}
