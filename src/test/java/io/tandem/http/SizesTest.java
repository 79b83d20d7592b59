package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.BareClient;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is larger than it may be is refused, whatever it is. */
@WithDatabase
class SizesTest {

    private static TandemServer server;
    private static Person ada;

    @BeforeAll
    static void start(TestDatabase database) {
        server = TandemServer.start(
                database,
                Map.of(
                        "limits.url_bytes", "2000",
                        "limits.header_bytes", "4000",
                        "limits.body_bytes", "20000",
                        "limits.message_bytes", "10000"));
        ada = server.register("Ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String answer(String request) {
        try (BareClient client = BareClient.to(server.url("")).say(request)) {
            return client.answer();
        }
    }

    @Test
    void an_address() {
        assertThat(answer("GET /?" + "x".repeat(1_900) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(answer("GET /?" + "x".repeat(2_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.0 414 ");
    }

    @Test
    void the_headers_together() {
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "x".repeat(4_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\n" + "A: x\r\n".repeat(1_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void a_body_whether_it_says_how_endlessit_is_or_not() {
        String body = "{\"title\":\"" + "x".repeat(20_000) + "\"}";
        assertThat(ada.post("/api/tasks", body).refused(413)).isEqualTo("too_large");
        String chunked = "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + ("1000\r\n" + "x".repeat(4_096) + "\r\n").repeat(6)
                + "0\r\n\r\n";
        assertThat(answer(chunked)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_message() {
        LiveClient socket = ada.opens(ada.createWorkspace("Small"));
        assertThat(socket.say("{\"type\":\"" + "x".repeat(10_000) + "\"}").closeCode())
                .isEqualTo(4413);
    }

    @Test
    void what_is_sent_to_a_sockjs_session() {
        String session = "/live/001/" + UUID.randomUUID();
        server.stranger().post(session + "/xhr", "");
        String messages = "[\"" + "x".repeat(10_000) + "\"]";
        assertThat(server.stranger().post(session + "/xhr_send", messages).status())
                .isEqualTo(413);
    }

    @Test
    void what_is_nested_deep_or_counts_long() {
        String deep = "[".repeat(900) + "]".repeat(900);
        String endless = "9".repeat(900);
        for (String value : new String[] {deep, endless, "1e" + endless}) {
            assertThat(ada.post("/api/tasks", "{\"title\":" + value + "}").status())
                    .as(value.substring(0, 3))
                    .isIn(400, 422);
            LiveClient socket = ada.opens(ada.createWorkspace("Deep"));
            assertThat(socket.say("{\"type\":\"task.create\",\"id\":\"1\",\"data\":" + value + "}")
                            .closeCode())
                    .isEqualTo(4400);
        }
        assertThat(ada.post("/api/tasks", "{\"title\":" + "[".repeat(9_000) + "}")
                        .refused(400))
                .isEqualTo("malformed");
    }
}
