package io.tandem.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network of the fault tests fails as asked, in front of a server that says back what it hears. */
class FaultyProxyTest {

    private static final int SILENCE_MS = 300;

    private ServerSocket echo;
    private FaultyProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(Ports.free());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket guest = echo.accept();
                    Thread.ofVirtual().start(() -> sayBack(guest));
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        proxy = FaultyProxy.to(URI.create("http://127.0.0.1:" + echo.getLocalPort()));
    }

    private static void sayBack(Socket guest) {
        try (guest) {
            guest.getInputStream().transferTo(guest.getOutputStream());
        } catch (IOException cut) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    private Socket knock() throws IOException {
        Socket socket = new Socket("127.0.0.1", proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static int says(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    @Test
    void it_passes_on_what_is_said() throws IOException {
        try (Socket socket = knock()) {
            assertThat(says(socket, 7)).isEqualTo(7);
        }
    }

    @Test
    void a_cut_ends_what_is_open_and_not_what_comes_after() throws IOException {
        try (Socket before = knock()) {
            says(before, 1);
            proxy.cut();
            assertThat(before.getInputStream().read()).isEqualTo(-1);
        }
        it_passes_on_what_is_said();
    }

    @Test
    void a_silent_connection_swallows_everything_until_it_ends() throws IOException {
        try (Socket silent = knock()) {
            says(silent, 1);
            proxy.silence(1, new Random());
            silent.setSoTimeout(SILENCE_MS);
            assertThatThrownBy(() -> says(silent, 2)).isInstanceOf(SocketTimeoutException.class);
            it_passes_on_what_is_said();
            proxy.heal();
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_black_hole_takes_new_connections_too() throws IOException {
        proxy.blackhole();
        try (Socket lost = knock()) {
            lost.setSoTimeout(SILENCE_MS);
            assertThatThrownBy(() -> says(lost, 1)).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            assertThat(lost.getInputStream().read()).isEqualTo(-1);
        }
        it_passes_on_what_is_said();
    }

    @Test
    void what_was_stalled_arrives_later_and_whole() throws IOException {
        try (Socket socket = knock()) {
            says(socket, 1);
            proxy.stall();
            socket.setSoTimeout(SILENCE_MS);
            assertThatThrownBy(() -> says(socket, 2)).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            assertThat(says(socket, 3)).isEqualTo(2);
            assertThat(socket.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void a_delay_holds_back_what_passes() throws IOException {
        try (Socket socket = knock()) {
            says(socket, 1);
            proxy.delay(Duration.ofMillis(100));
            long before = System.nanoTime();
            assertThat(says(socket, 3)).isEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void a_server_that_is_gone_is_passed_over() throws IOException {
        proxy.leadTo(
                URI.create("http://127.0.0.1:" + Ports.free()), URI.create("http://127.0.0.1:" + echo.getLocalPort()));
        for (int i = 0; i < 4; i++) it_passes_on_what_is_said();
    }
}
