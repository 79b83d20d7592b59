package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.BareClient;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Patience;
import io.tandem.testing.Person;
import io.tandem.testing.SockJsClient;
import io.tandem.testing.SockJsClient.Transport;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are held and not used, and too many of them. */
@WithDatabase
class ConnectionsTest {

    private static final String ASK = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SEND =
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private static TandemServer server;

    @BeforeAll
    static void start(TestDatabase database) {
        server = TandemServer.start(database, Map.of("limits.idle_seconds", "1", "limits.body_seconds", "1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static BareClient bare() {
        return BareClient.to(server.url(""));
    }

    @Test
    void who_says_nothing_is_let_go() {
        try (BareClient silent = bare()) {
            assertThat(silent.rest()).isEmpty();
        }
    }

    @Test
    void a_head_that_never_ends_is_not_waited_for() {
        try (BareClient slow = bare().say("GET / HTTP/1.1\r\nHost: loc")) {
            assertThat(slow.rest()).isEmpty();
        }
    }

    @Test
    void a_body_that_never_ends_is_not_waited_for() {
        try (BareClient slow = bare().say(SEND + "Content-Length: 100\r\n\r\n{\"email\":")) {
            assertThat(slow.rest()).startsWith("HTTP/1.1 408 ");
        }
        try (BareClient slow = bare().say(SEND + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")) {
            assertThat(slow.rest()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void a_connection_kept_for_later_is_let_go_after_a_while() {
        try (BareClient kept = bare().say(ASK)) {
            assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
            kept.say(ASK);
            assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
            assertThat(kept.rest()).isEmpty();
        }
    }

    @Test
    void an_answer_that_is_long_on_its_way_arrives_whole() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Full");
        Map<String, Object> task =
                Map.of("workspace_id", workspace, "title", "Long", "description", "x".repeat(49_000));
        for (int i = 0; i < 160; i++) ada.post("/api/tasks", task).expect(201);
        try (BareClient slow = BareClient.slowlyTo(server.url(""))) {
            slow.say("GET /api/workspaces/" + workspace
                    + "/snapshot HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ada.token() + "\r\n\r\n");
            outlive();
            assertThat(slow.answer()).startsWith("HTTP/1.1 200 ").endsWith("}").hasSizeGreaterThan(160 * 49_000);
        }
    }

    /** What came of a connection that was refused to become a socket is a connection like others. */
    @Test
    void who_only_says_to_become_a_socket_is_let_go_too() {
        String upgrade = "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
        try (BareClient pretender = bare().say(upgrade)) {
            assertThat(pretender.rest()).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void a_socket_stays_however_silent() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Quiet");
        LiveClient socket = ada.opens(workspace);
        outlive();
        ada.createTask(workspace, "Still there");
        assertThat(socket.next("task.created").path("seq").asLong()).isPositive();
        socket.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_sockjs_session_stays_however_silent(Transport transport) {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Quiet");
        try (SockJsClient session = SockJsClient.open(server.url(""), transport, ada.token())) {
            session.say(Map.of("type", "subscribe", "id", "1", "workspace_id", workspace));
            session.until("subscribed");
            outlive();
            ada.createTask(workspace, "Still there");
            session.until("task.created");
        }
    }

    /** As long as a connection without use is kept, and once more. */
    private static void outlive() {
        for (int i = 0; i < 2; i++)
            try (BareClient idle = bare().say(ASK)) {
                idle.answer();
                idle.rest();
            }
    }

    @Test
    void a_full_server_tells_balancers_how_it_is_and_everybody_else_to_come_later(TestDatabase database) {
        try (TandemServer small = TandemServer.start(database, Map.of("limits.connections", "3"))) {
            List<BareClient> guests = new ArrayList<>();
            for (int i = 0; i < 3; i++) guests.add(BareClient.to(small.url("")).say(ASK));
            guests.forEach(guest -> assertThat(guest.answer()).startsWith("HTTP/1.1 200 "));
            String refused = once(small.url(""), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(refused).startsWith("HTTP/1.1 503 ").contains("\"code\":\"unavailable\"");
            assertThat(refused).containsIgnoringCase("connection: close");
            assertThat(once(small.url(""), ASK)).startsWith("HTTP/1.1 200 ");
            try (BareClient standing = BareClient.to(small.url(""))) {
                assertThat(standing.rest()).isEmpty();
            }
            guests.forEach(BareClient::close);
            Patience.until(
                    () -> once(small.url(""), "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                    answer -> answer.startsWith("HTTP/1.1 200 "));
        }
    }

    /** Its channel tells that a socket is gone, for its connection does not. */
    @Test
    void a_socket_that_has_gone_leaves_room(TestDatabase database) {
        try (TandemServer small = TandemServer.start(database, Map.of("limits.connections", "4"))) {
            for (int i = 0; i < 8; i++) {
                LiveClient socket = Patience.until(
                        () -> connect(small.url("/ws")), client -> client != null && client.closedWith() == null);
                socket.say(Map.of("type", "auth", "token", "nobodys"));
                assertThat(socket.closeCode()).isEqualTo(4401);
            }
        }
    }

    private static LiveClient connect(URI address) {
        return LiveClient.connectFrom("http://" + address.getAuthority(), address);
    }

    private static String once(URI address, String request) {
        try (BareClient client = BareClient.to(address).say(request)) {
            return client.rest();
        }
    }
}
