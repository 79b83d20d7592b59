package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TandemServer;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final String UPGRADE = "GET /ws-echo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";

    @Test
    void a_socket_out_of_the_router_is_taken_from_vertx() {
        Vertx vertx = Vertx.vertx();
        Promise<Wire> made = Promise.promise();
        Router router = Router.router(vertx);
        router.get("/ws").handler(routing -> routing.request()
                .toWebSocket()
                .map(socket -> WebSocketWire.of(
                        socket, routing.request().connection(), vertx.getOrCreateContext(), 65_536, 65_536))
                .onComplete(made));
        HttpServer server = TandemServer.await(
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        TandemServer.await(vertx.createWebSocketClient().connect(server.actualPort(), "127.0.0.1", "/ws"));
        assertThat(TandemServer.await(made.future())).isInstanceOf(WebSocketWire.class);
        TandemServer.await(vertx.close());
    }

    @Test
    void a_client_that_does_not_wait_for_the_handshake_is_heard_from_then_on() throws IOException {
        try (EchoServer server = EchoServer.start();
                Socket client = new Socket("127.0.0.1", server.port())) {
            byte[] upgrade = UPGRADE.getBytes(StandardCharsets.US_ASCII);
            client.getOutputStream().write(ClientFrames.together(upgrade, ClientFrames.text("impatient")));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            client.getOutputStream()
                    .write(ClientFrames.together(ClientFrames.text("patient"), ClientFrames.close(1000, "")));
            assertThat(readAll(client))
                    .doesNotContain("impatient")
                    .endsWith("\r\n\r\n\u0081\u0007patient\u0088\u0002\u0003\u00e8");
        }
    }

    @Test
    void no_extension_is_agreed_to() throws IOException {
        try (EchoServer server = EchoServer.start();
                Socket client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            client.getOutputStream().write(ClientFrames.close(1000, ""));
            assertThat(readAll(client))
                    .startsWith("TTP/1.1 101 ")
                    .doesNotContainIgnoringCase("sec-websocket-extensions");
        }
    }

    @Test
    void without_the_insides_of_vertx_a_wire_carries_too() {
        Vertx vertx = Vertx.vertx();
        HttpServer server = TandemServer.await(vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    Wire wire = new PlainWire(socket, 65_536);
                    wire.listen(new Echo(wire));
                })
                .listen(0, "127.0.0.1"));
        Promise<String> said = Promise.promise();
        Promise<Void> ended = Promise.promise();
        WebSocket client =
                TandemServer.await(vertx.createWebSocketClient().connect(server.actualPort(), "127.0.0.1", "/"));
        client.textMessageHandler(said::tryComplete)
                .closeHandler(ended::complete)
                .writeTextMessage("still here");
        assertThat(TandemServer.await(said.future())).isEqualTo("still here");
        client.writeBinaryMessage(Buffer.buffer("bytes"));
        TandemServer.await(ended.future());
        assertThat(client.closeStatusCode()).isEqualTo((short) 4400);
        TandemServer.await(vertx.close());
    }

    private record Echo(Wire wire) implements Wire.Listener {
        @Override
        public void hear(String text) {
            wire.send(new Frame(text));
        }

        @Override
        public void hearBytes(byte[] bytes) {
            wire.close(CloseCode.PROTOCOL_ERROR);
        }

        @Override
        public void hearTooMuch() {
            wire.close(CloseCode.TOO_LARGE);
        }

        @Override
        public void gone(String code) {}
    }

    @Test
    void the_server_finds_the_sockets_it_has_to_close() throws IOException {
        EchoServer server = EchoServer.start();
        try (Socket client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            server.close();
            assertThat(readAll(client)).startsWith("TTP/1.1 101 ");
        }
    }

    /** Until the server hangs up; a byte is a character. */
    private static String readAll(Socket client) throws IOException {
        client.setSoTimeout(20_000);
        InputStream in = client.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
