package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Since;
import io.tandem.journal.Log;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong in between is made good, and costs no event. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MishapTest {

    private TandemServer server;
    private DatabaseSession database;
    private Person ada;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase own) {
        database = new DatabaseSession(own);
        server = TandemServer.start(
                own,
                Map.of(
                        "limits.ring_events", "1",
                        "limits.read_batch", "5",
                        "limits.socket_buffer_bytes", "4096",
                        "limits.subscriptions_per_connection", "2"));
    }

    @BeforeEach
    void create() {
        ada = server.register("Ada");
        workspace = ada.createWorkspace("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    private static Map<String, Object> subscribe(UUID workspace, JsonNode since) {
        return Map.of(
                "type",
                "subscribe",
                "id",
                "s",
                "workspace_id",
                workspace,
                "since",
                since.path("seq").asLong(),
                "epoch",
                since.path("epoch").asText());
    }

    private static void hearsAll(LiveClient socket, long after, long last) {
        for (long seq = after + 1; seq <= last; seq++) {
            assertThat(socket.next().path("seq").asLong()).isEqualTo(seq);
        }
    }

    private long head() {
        return ada.snapshot(workspace).path("seq").asLong();
    }

    @Test
    void who_was_removed_and_is_back_reads_on_over_their_own_removal() {
        Person grace = server.register("Grace");
        ada.invites(grace, workspace, "member");
        JsonNode before = grace.snapshot(workspace);
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        ada.invites(grace, workspace, "member");
        LiveClient socket = grace.connects("/ws?token=" + grace.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        socket.say(subscribe(workspace, before)).nextSubscribed(workspace);
        hearsAll(socket, before.path("seq").asLong(), head());
        ada.createTask(workspace, "Welcome back");
        socket.next("task.created");
    }

    @Test
    void what_could_not_be_read_is_read_again_without_another_event() {
        JsonNode before = ada.snapshot(workspace);
        for (int i = 0; i < 3; i++) ada.createTask(workspace, "Task " + i);
        long head = head();
        LiveClient socket = ada.connects("/ws?token=" + ada.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        database.run("ALTER TABLE journal_event RENAME TO journal_gone");
        try {
            socket.say(subscribe(workspace, before)).nextSubscribed(workspace);
            Since same = new Since(Log.ofWorkspace(workspace), 0, 1);
            assertThatThrownBy(() -> TandemServer.await(server.instance().bus().ask(Feed.READ, same)))
                    .isNotNull();
        } finally {
            database.run("ALTER TABLE journal_gone RENAME TO journal_event");
        }
        hearsAll(socket, before.path("seq").asLong(), head);
    }

    @Test
    void a_socket_that_could_not_be_subscribed_is_asked_to_come_back() {
        Person grace = server.register("Grace");
        database.run("ALTER TABLE journal_head RENAME TO journal_gone");
        try {
            assertThat(grace.connects("/ws?token=" + grace.token()).closeCode()).isEqualTo(1012);
        } finally {
            database.run("ALTER TABLE journal_gone RENAME TO journal_head");
        }
    }

    @Test
    void a_socket_with_all_its_subscriptions_may_still_move_one() {
        JsonNode before = ada.snapshot(workspace);
        LiveClient socket = ada.opens(workspace);
        ada.createTask(workspace, "Heard");
        socket.next("task.created");
        socket.say(subscribe(workspace, before)).nextSubscribed(workspace);
        socket.next("task.created");
        JsonNode refused =
                socket.say(subscribe(ada.createWorkspace("Third"), before)).until("error");
        assertThat(refused.path("code").asText()).isEqualTo("limit_reached");
    }

    @Test
    void a_refused_command_waits_for_no_event() {
        LiveClient socket = ada.opens(workspace);
        socket.command("task.create", "same", workspace, Map.of("titel", "Typo"))
                .next("error");
        ada.send(
                        "POST",
                        "/api/tasks",
                        Map.of("workspace_id", workspace, "title", "Elsewhere"),
                        "Idempotency-Key",
                        "same")
                .expect(201);
        socket.next("task.created");
    }

    @Test
    void an_operation_said_twice_in_one_breath_is_answered_and_its_socket_goes_on() {
        LiveClient socket = ada.opens(workspace);
        for (int i = 0; i < 2; i++) socket.command("task.create", "twice", workspace, Map.of("title", "Once"));
        socket.next("ack");
        socket.command("task.create", "other", workspace, Map.of("title", "Another"));
        JsonNode last = socket.until(message -> message.path("id").asText().equals("other"));
        assertThat(last.path("seq").asLong()).isEqualTo(head());
        assertThat(ada.snapshot(workspace).path("tasks")).hasSize(2);
    }

    @Test
    void events_larger_than_the_buffer_come_once_and_in_order_over_sockjs() {
        JsonNode before = ada.snapshot(workspace);
        for (int i = 0; i < 12; i++) {
            ada.post("/api/tasks", Map.of("workspace_id", workspace, "title", "T", "description", "x".repeat(9_000)))
                    .expect(201);
        }
        LiveClient socket = ada.connects("/live/websocket");
        socket.say(Map.of("type", "auth", "token", ada.token())).next("welcome");
        socket.nextSubscribed(null);
        socket.say(subscribe(workspace, before)).nextSubscribed(workspace);
        hearsAll(socket, before.path("seq").asLong(), head());
        assertThat(socket.settle()).isEmpty();
    }
}
