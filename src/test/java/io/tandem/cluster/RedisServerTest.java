package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that falls silent, and one that takes its time to greet. */
class RedisServerTest {

    private static final int PATIENCE_SECONDS = 20;
    private static final int PROBE_MS = 100;
    private static final int GREETING_MS = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean silent = new AtomicBoolean();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch openedAgain = new CountDownLatch(2);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    /** Greets after a while and acknowledges subscriptions, until it is silent; greets still. */
    private void serve(NetSocket socket) {
        socket.handler(said -> {
            if (said.toString().contains("hello"))
                vertx.setTimer(GREETING_MS, timer -> socket.write("%1\r\n+proto\r\n:3\r\n"));
            else if (said.toString().contains("ping")) socket.write("+PONG\r\n");
            else if (!silent.get()) socket.write(">3\r\n+subscribe\r\n+news\r\n:1\r\n");
        });
    }

    private final class Owner implements RedisServer.Owner {
        @Override
        public void heard(String channel, String message) {}

        @Override
        public void opened() {
            opened.countDown();
            openedAgain.countDown();
        }

        @Override
        public void changed(RedisServer server, Throwable why) {}
    }

    @Test
    void one_that_was_given_up_gets_the_time_it_takes_to_open_again() throws InterruptedException {
        NetServer fake = vertx.createNetServer()
                .connectHandler(this::serve)
                .listen(0, "127.0.0.1")
                .await();
        RedisServer server = new RedisServer(vertx, "redis://127.0.0.1:" + fake.actualPort(), false, new Owner());
        vertx.getOrCreateContext().runOnContext(here -> {
            server.listen("news");
            server.open();
            vertx.setPeriodic(PROBE_MS, timer -> server.probe());
        });
        assertThat(opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        silent.set(true);
        assertThat(openedAgain.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
