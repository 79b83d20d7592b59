package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TandemServer;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void a_socket_out_of_the_router_is_written_past_vertx() {
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
}
