package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.TestInstance;

/** Who gets in, and who is shown out. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {

    private TandemServer server;
    private Person ada;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database,
                Map.of(
                        "limits.connections_per_user", "3",
                        "limits.connections_per_minute", "40",
                        "limits.messages_per_minute", "30",
                        "limits.message_bytes", "65536",
                        "limits.auth_seconds", "1",
                        "live.heartbeat_seconds", "1",
                        "limits.heartbeat_timeout_seconds", "3"));
        ada = server.register("Ada");
        workspace = ada.createWorkspace("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_token_may_come_as_subprotocol() {
        LiveClient socket = ada.connects("/ws", "tandem", "bearer." + ada.token());
        assertThat(socket.subprotocol()).isEqualTo("tandem");
        socket.next("welcome");
        socket.close();
    }

    @Test
    void a_token_may_come_as_first_message_and_what_follows_waits_for_it() {
        LiveClient socket = ada.connects("/ws");
        socket.say(Map.of("type", "auth", "token", ada.token()));
        socket.say(Map.of("type", "subscribe", "id", "1", "workspace_id", workspace));
        socket.next("welcome");
        socket.nextSubscribed(null);
        assertThat(socket.nextSubscribed(workspace).path("role").asText()).isEqualTo("owner");
        socket.close();
    }

    @Test
    void a_workspaces_socket_waits_for_the_first_message_too() {
        LiveClient socket = ada.connects("/ws/workspace/" + workspace);
        socket.say(Map.of("type", "auth", "token", ada.token()));
        socket.next("welcome");
        socket.nextSubscribed(null);
        socket.nextSubscribed(workspace);
        socket.close();
    }

    @Test
    void a_forged_token_is_unauthorized() {
        assertThat(ada.connects("/ws?token=" + ada.token() + "x").closeCode()).isEqualTo(4401);
        assertThat(ada.connects("/ws?token=").closeCode()).isEqualTo(4401);
    }

    @Test
    void who_says_nothing_is_closed() {
        assertThat(ada.connects("/ws").closeCode()).isEqualTo(4401);
    }

    @Test
    void a_command_before_a_token_is_unauthorized() {
        assertThat(ada.connects("/ws").say(Map.of("type", "heartbeat")).closeCode())
                .isEqualTo(4401);
    }

    @Test
    void a_foreign_workspace_is_unknown() {
        UUID foreign = server.register("Mallory").createWorkspace("Secret");
        for (Object id : new Object[] {foreign, UUID.randomUUID(), "nonsense"}) {
            assertThat(ada.connects("/ws/workspace/" + id + "?token=" + ada.token())
                            .closeCode())
                    .isEqualTo(4404);
        }
    }

    @Test
    void subscribing_to_a_foreign_workspace_is_not_found() {
        UUID foreign = server.register("Mallory").createWorkspace("Secret");
        LiveClient socket = ada.opens(workspace);
        JsonNode error = socket.say(Map.of("type", "subscribe", "id", "9", "workspace_id", foreign))
                .next("error");
        assertThat(error.path("id").asText()).isEqualTo("9");
        assertThat(error.path("code").asText()).isEqualTo("not_found");
        socket.close();
    }

    @Test
    void what_is_no_message_closes_the_socket() {
        for (String text : new String[] {"{", "[]", "{}", "{\"type\":5}", "null", "[".repeat(5000)}) {
            LiveClient socket = ada.opens(workspace);
            assertThat(socket.say(text).closeCode()).as(text.substring(0, 1)).isEqualTo(4400);
        }
    }

    @Test
    void a_message_that_is_too_large_closes_the_socket() {
        LiveClient socket = ada.opens(workspace);
        assertThat(socket.say("{\"type\":\"" + "x".repeat(65536) + "\"}").closeCode())
                .isEqualTo(4413);
    }

    @Test
    void the_newest_of_too_many_sockets_is_refused() {
        Person grace = server.register("Grace");
        UUID hers = grace.createWorkspace("Hers");
        LiveClient first = grace.opens(hers);
        grace.opens(hers);
        grace.opens(hers);
        assertThat(grace.connects("/ws?token=" + grace.token()).closeCode()).isEqualTo(4409);
        first.close();
        first.closeCode();
    }

    @Test
    void who_sends_too_much_is_told_to_wait_and_then_closed() {
        Person eager = server.register("Eager");
        LiveClient socket = eager.opens(eager.createWorkspace("Busy"));
        for (int i = 0; i < 30; i++) socket.command("task.create", "p" + i, null, Map.of("title", "Task " + i));
        for (int i = 0; i < 30; i++) socket.until("ack");
        JsonNode error =
                socket.command("task.create", "31", null, Map.of("title", "No")).until("error");
        assertThat(error.path("code").asText()).isEqualTo("too_many_requests");
        assertThat(error.path("data").path("retry_after_ms").asLong()).isPositive();
        for (int i = 0; i < 70; i++) socket.command("task.create", "q" + i, null, Map.of("title", "No"));
        assertThat(socket.closeCode()).isEqualTo(4429);
    }

    @Test
    void a_silent_socket_is_closed() {
        assertThat(ada.opens(workspace).closeCode()).isEqualTo(4408);
    }

    @Test
    void signing_out_closes_the_sockets_of_that_session() {
        Person phone = ada.elsewhere();
        LiveClient onPhone = phone.opens(workspace);
        LiveClient onLaptop = ada.opens(workspace);
        phone.post("/api/auth/logout", Map.of()).expect(204);
        assertThat(onPhone.closeCode()).isEqualTo(4401);
        assertThat(onLaptop.settle())
                .allMatch(message -> message.path("type").asText().equals("session.ended"));
        assertThat(phone.get("/api/me").status()).isEqualTo(401);
        onLaptop.close();
    }

    @Test
    void signing_out_everywhere_closes_all_sockets() {
        Person grace = server.register("Grace");
        UUID hers = grace.createWorkspace("Hers");
        LiveClient phone = grace.elsewhere().opens(hers);
        LiveClient laptop = grace.opens(hers);
        grace.post("/api/auth/logout", Map.of("everywhere", true)).expect(204);
        assertThat(phone.closeCode()).isEqualTo(4401);
        assertThat(laptop.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_fresh_token_renews_an_open_socket_but_not_somebody_elses() {
        LiveClient socket = ada.opens(workspace);
        socket.say(Map.of("type", "auth", "token", ada.elsewhere().token())).next("authenticated");
        Person mallory = server.register("Mallory");
        assertThat(socket.say(Map.of("type", "auth", "token", mallory.token())).closeCode())
                .isEqualTo(4401);
    }

    @Test
    void a_removed_member_hears_nothing_more() {
        Person grace = server.register("Grace");
        UUID shared = ada.createWorkspace("Shared once");
        ada.invites(grace, shared, "member");
        LiveClient hers = grace.opens(shared);
        ada.delete("/api/workspaces/" + shared + "/members/" + grace.id()).expect(204);
        ada.createTask(shared, "Not for Grace");
        JsonNode ended = hers.until("unsubscribed");
        assertThat(ended.path("code").asText()).isEqualTo("not_found");
        assertThat(hers.settle())
                .allMatch(message -> message.path("workspace_id").isNull());
        JsonNode error = hers.say(Map.of("type", "subscribe", "id", "1", "workspace_id", shared))
                .next("error");
        assertThat(error.path("code").asText()).isEqualTo("not_found");
        hers.close();
    }

    @Test
    void a_deleted_workspace_ends_its_subscriptions() {
        UUID doomed = ada.createWorkspace("Doomed");
        LiveClient socket = ada.opens(doomed);
        ada.delete("/api/workspaces/" + doomed).expect(204);
        socket.until("unsubscribed");
        socket.close();
    }

    @Test
    void a_page_from_elsewhere_may_not_open_a_socket() {
        int status = ada.send("GET", "/live/info", null, "Origin", "https://evil.example")
                .status();
        assertThat(status).isEqualTo(403);
        assertThat(ada.send("GET", "/live/info", null, "Origin", server.url("").toString())
                        .status())
                .isEqualTo(200);
    }
}
