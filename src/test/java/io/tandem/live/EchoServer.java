package io.tandem.live;

import static io.tandem.testing.TandemServer.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.tandem.http.HttpVerticle;
import io.tandem.http.Mount;
import io.tandem.http.Seats;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Bus;
import io.tandem.platform.Configuration;
import io.tandem.platform.Database;
import io.tandem.platform.Meters;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tandem's HTTP server, without a database behind it and with addresses that say back what they hear, over the wire that
 * {@code /ws} has and over the SockJS of {@code /live}.
 */
final class EchoServer implements AutoCloseable {

    private static final int MESSAGE_BYTES_MAX = 64 << 20;
    private static final int BUFFER_BYTES_MAX = 256 << 10;
    private static final int STREAM_BYTES_MAX = 4_096;

    /** The one operation that the server itself brings. */
    private static final String NO_FEATURES = """
            {"openapi": "3.1.0", "info": {"title": "echo", "version": "1"},
             "paths": {"/api/config": {"get": {"operationId": "getConfig", "x-right": "public",
                "responses": {"200": {"description": "The configuration"}}}}}}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private EchoServer() {
        Bus.prepare(vertx);
        Map<String, String> environment = Map.of("TANDEM_HTTP_PORT", "0", "TANDEM_HTTP_HOST", "127.0.0.1");
        Settings settings = await(Configuration.load(vertx, Optional.empty(), environment));
        Meters meters = new Meters();
        Bus bus = new Bus(vertx, 1, meters);
        Pool nowhere = Database.pool(vertx, "postgresql://nobody@127.0.0.1:1/nothing", settings.database());
        HttpVerticle.Parts parts = new HttpVerticle.Parts(
                contract(),
                bus,
                settings,
                meters,
                nowhere,
                new Nobody(),
                new Seats(Integer.MAX_VALUE),
                List.of(),
                EchoServer::echo);
        await(vertx.deployVerticle(new HttpVerticle(parts, port::complete)));
    }

    static EchoServer start() {
        return new EchoServer();
    }

    int port() {
        return port.join();
    }

    private OpenAPIContract contract() {
        return await(OpenAPIContract.from(vertx, new JsonObject(NO_FEATURES)));
    }

    private record Nobody() implements Authenticator {
        @Override
        public Future<Identity> authenticate(String accessToken) {
            return Future.failedFuture(Problem.unauthorized("Nobody is known here."));
        }

        @Override
        public Future<Identity> confirm(String accessToken) {
            return authenticate(accessToken);
        }
    }

    /** The addresses the SockJS protocol's own tests ask for, and {@code /ws-echo}. */
    private static Mount echo(Vertx loop, Context context) {
        SockJsMount sockJs = new SockJsMount(loop, context, new SessionHomes(), STREAM_BYTES_MAX);
        return (Router router) -> {
            router.get("/ws-echo").handler(routing -> {
                HttpServerRequest request = routing.request();
                EarlyFrames.drop(request);
                request.toWebSocket().onSuccess(socket -> echo(socket, request, context));
            });
            sockJs.at("/echo", router, sockJs(), EchoServer::echo);
            sockJs.at("/close", router, sockJs(), SockJSSocket::close);
            sockJs.at("/disabled_websocket_echo", router, sockJs().addDisabledTransport("WEBSOCKET"), EchoServer::echo);
            sockJs.at("/cookie_needed_echo", router, sockJs().setInsertJSESSIONID(true), EchoServer::echo);
        };
    }

    private static void echo(SockJSSocket socket) {
        socket.handler(text -> socket.write(text.toString()));
    }

    private static SockJSHandlerOptions sockJs() {
        return SockJsMount.options().setMaxBytesStreaming(STREAM_BYTES_MAX);
    }

    private static void echo(ServerWebSocket socket, HttpServerRequest request, Context context) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        Wire wire = WebSocketWire.of(socket, request.connection(), context, MESSAGE_BYTES_MAX, BUFFER_BYTES_MAX);
        wire.listen(new Echo(wire, channel));
    }

    private record Echo(Wire wire, Channel channel) implements Wire.Listener {

        @Override
        public void hear(String text) {
            wire.send(new Frame(text));
            wire.flush();
        }

        /** Tandem itself says nothing binary. */
        @Override
        public void hearBytes(byte[] bytes) {
            ByteBuf header = Unpooled.buffer().writeByte(ClientFrames.FIN | ClientFrames.BINARY);
            if (bytes.length < 126) header.writeByte(bytes.length);
            else if (bytes.length <= 0xFFFF) header.writeByte(126).writeShort(bytes.length);
            else header.writeByte(127).writeLong(bytes.length);
            channel.writeAndFlush(Unpooled.wrappedBuffer(header, Unpooled.wrappedBuffer(bytes)));
        }

        @Override
        public void hearTooMuch() {
            wire.close(CloseCode.TOO_LARGE);
        }

        @Override
        public void gone(String code) {}
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
