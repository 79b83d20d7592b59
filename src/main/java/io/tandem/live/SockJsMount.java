package io.tandem.live;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.regex.Pattern;

/** SockJS at an address, with what its requests need before Vert.x' own handler has them. One per event loop. */
final class SockJsMount {

    private static final int HEARTBEAT_MS = 25_000;
    private static final Pattern POLL = Pattern.compile(".*/(xhr|jsonp)");

    private final Vertx vertx;
    private final Context context;
    private final SessionHomes homes;
    private final int messageBytesMax;

    /** @param homes the same for all loops */
    SockJsMount(Vertx vertx, Context context, SessionHomes homes, int messageBytesMax) {
        this.vertx = vertx;
        this.context = context;
        this.homes = homes;
        this.messageBytesMax = messageBytesMax;
    }

    static SockJSHandlerOptions options() {
        return new SockJSHandlerOptions().setHeartbeatInterval(HEARTBEAT_MS);
    }

    /** Reads bodies, as far as a message may be long. */
    BodyHandler reading() {
        return BodyHandler.create(false).setBodyLimit(messageBytesMax);
    }

    /** @param path without a slash at its end */
    void at(String path, Router router, SockJSHandlerOptions options, Handler<SockJSSocket> opened) {
        router.route(path + "*").handler(SockJsMount::uncompressed).handler(SockJsMount::sayLastOfConnection);
        router.post(path + "/*").handler(reading());
        router.route(path + "/*").handler(this::afterTheFirst);
        router.get(path + "/*").handler(SockJsMount::dropEarlyFrames);
        router.route(path).useNormalizedPath(false).handler(SockJsMount::greet);
        router.route(path + "/*").subRouter(SockJSHandler.create(vertx, options).socketHandler(opened));
        router.route(path + "/*").handler(routing -> routing.fail(404));
    }

    /** Vert.x greets only where the address ends with a slash. */
    private static void greet(RoutingContext routing) {
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .end("Welcome to SockJS!\n");
    }

    private static void dropEarlyFrames(RoutingContext routing) {
        EarlyFrames.drop(routing.request());
        routing.next();
    }

    /** A compressor would hold back what a stream has to show at once. */
    private static void uncompressed(RoutingContext routing) {
        routing.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        routing.next();
    }

    /** Vert.x closes the connection behind each poll: who is not told may send the next request into the void. */
    private static void sayLastOfConnection(RoutingContext routing) {
        if (POLL.matcher(routing.normalizedPath()).matches())
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        routing.next();
    }

    /**
     * Waits for whatever the event loop of a session's first request is doing: it may be opening the session. The answer
     * is written here all the same, for an answer that is written on another loop than its connection's may lose to the
     * end of the connection.
     */
    private void afterTheFirst(RoutingContext routing) {
        String session = SessionHomes.session(routing.normalizedPath());
        Context home = session == null ? context : homes.of(session, context, System.currentTimeMillis());
        if (home == context) routing.next();
        else home.runOnContext(there -> context.runOnContext(back -> routing.next()));
    }
}
