package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people see of each other's changes. Ada owns the workspace, Grace is a member, Alan only views. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTest {

    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "viewer");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everybody_sees_a_new_task() {
        LiveClient watching = alan.opens(workspace);
        JsonNode task = grace.createTask(workspace, "Paint the fence");
        JsonNode event = watching.next("task.created");
        assertThat(event.path("data")).isEqualTo(task);
        assertThat(event.path("actor").path("id").asText()).isEqualTo(grace.id().toString());
        assertThat(event.path("workspace_id").asText()).isEqualTo(workspace.toString());
    }

    @Test
    void the_author_gets_an_ack_in_the_place_of_the_event() {
        LiveClient author = grace.opens(workspace);
        LiveClient watching = ada.opens(workspace);
        author.command("task.create", "op-1", workspace, Map.of("title", "First"));
        author.command("task.create", "op-2", workspace, Map.of("title", "Second"));
        JsonNode first = author.next("ack");
        JsonNode second = author.next("ack");
        assertThat(first.path("id").asText()).isEqualTo("op-1");
        assertThat(second.path("seq").asLong()).isEqualTo(first.path("seq").asLong() + 1);
        JsonNode event = watching.next("task.created");
        assertThat(event.path("data")).isEqualTo(first.path("data"));
        assertThat(event.path("seq")).isEqualTo(first.path("seq"));
        assertThat(event.path("operation_id").asText()).isEqualTo("op-1");
        watching.next("task.created");
        assertThat(author.settle()).isEmpty();
    }

    @Test
    void another_device_of_the_author_sees_the_event() {
        LiveClient laptop = grace.opens(workspace);
        LiveClient phone = grace.opens(workspace);
        laptop.command("task.create", "on-laptop", workspace, Map.of("title", "Both"));
        laptop.next("ack");
        phone.next("task.created");
    }

    @Test
    void a_repeated_command_changes_nothing_and_gets_the_first_answer() {
        LiveClient socket = grace.opens(workspace);
        Map<String, String> data = Map.of("title", "Once");
        JsonNode first = socket.command("task.create", "again", workspace, data).next("ack");
        JsonNode second =
                socket.command("task.create", "again", workspace, data).next("ack");
        assertThat(second.path("data")).isEqualTo(first.path("data"));
        assertThat(second.path("seq")).isEqualTo(first.path("seq"));
        assertThat(ada.snapshot(workspace).path("tasks")).hasSize(1);
    }

    @Test
    void an_id_that_stood_for_another_command_is_refused() {
        LiveClient socket = grace.opens(workspace);
        socket.command("task.create", "taken", workspace, Map.of("title", "One"))
                .next("ack");
        JsonNode error = socket.command("task.create", "taken", workspace, Map.of("title", "Two"))
                .next("error");
        assertThat(error.path("code").asText()).isEqualTo("operation_reused");
    }

    @Test
    void a_command_that_changes_nothing_is_acked_all_the_same() {
        LiveClient socket = grace.opens(workspace);
        JsonNode task = socket.command("task.create", "new", workspace, Map.of("title", "Same"))
                .next("ack");
        String id = task.path("data").path("id").asText();
        JsonNode ack = socket.command("task.update", "same", null, Map.of("task_id", id, "title", "Same"))
                .next("ack");
        assertThat(ack.path("id").asText()).isEqualTo("same");
        assertThat(ack.path("seq").asLong())
                .isLessThanOrEqualTo(task.path("seq").asLong());
    }

    @Test
    void create_and_move_may_be_said_in_one_breath() {
        String column =
                ada.snapshot(workspace).path("columns").get(1).path("id").asText();
        String id = "01990000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24);
        LiveClient socket = grace.opens(workspace);
        socket.command("task.create", "a", workspace, Map.of("title", "Quick", "id", id));
        socket.command("task.move", "b", null, Map.of("task_id", id, "column_id", column));
        socket.next("ack");
        assertThat(socket.next("ack").path("data").path("column_id").asText()).isEqualTo(column);
    }

    @Test
    void a_viewer_may_not_change_anything() {
        LiveClient socket = alan.opens(workspace);
        JsonNode error = socket.command("task.create", "no", workspace, Map.of("title", "Mine"))
                .next("error");
        assertThat(error.path("id").asText()).isEqualTo("no");
        assertThat(error.path("code").asText()).isEqualTo("forbidden");
        assertThat(ada.snapshot(workspace).path("tasks")).isEmpty();
    }

    @Test
    void a_broken_command_says_what_is_wrong_with_it() {
        LiveClient socket = grace.opens(workspace);
        JsonNode error = socket.command("task.create", "bad", workspace, Map.of("title", "Typo", "titel", "Typo"))
                .next("error");
        assertThat(error.path("code").asText()).isEqualTo("validation_failed");
        assertThat(error.path("data").path("errors").get(0).path("pointer").asText())
                .isEqualTo("/titel");
        assertThat(socket.say(Map.of("type", "task.explode", "id", "x"))
                        .next("error")
                        .path("code")
                        .asText())
                .isEqualTo("malformed");
    }

    @Test
    void a_conflict_shows_both_values() {
        JsonNode task = ada.createTask(workspace, "Old");
        String id = task.path("id").asText();
        ada.patch("/api/tasks/" + id, Map.of("title", "Ada's")).expect(200);
        LiveClient socket = grace.opens(workspace);
        JsonNode error = socket.command(
                        "task.update", "c", null, Map.of("task_id", id, "title", "Grace's", "version", 1))
                .next("error");
        assertThat(error.path("code").asText()).isEqualTo("conflict");
        JsonNode title = error.path("data").path("fields").path("title");
        assertThat(title.path("yours").asText()).isEqualTo("Grace's");
        assertThat(title.path("theirs").asText()).isEqualTo("Ada's");
    }

    @Test
    void personal_tasks_are_live_between_ones_own_devices_and_nobody_elses() {
        LiveClient phone = grace.opens(workspace);
        LiveClient other = ada.opens(workspace);
        grace.post("/api/tasks", Map.of("title", "Buy milk")).expect(201);
        JsonNode event = phone.next("task.created");
        assertThat(event.path("workspace_id").isNull()).isTrue();
        assertThat(other.settle()).isEmpty();
    }

    @Test
    void a_new_workspace_shows_up_in_the_own_log() {
        LiveClient socket = alan.connects("/ws?token=" + alan.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        UUID another = ada.createWorkspace("Another");
        ada.invites(alan, another, "member");
        JsonNode joined = socket.next("workspace.joined");
        assertThat(joined.path("data").path("workspace").path("id").asText()).isEqualTo(another.toString());
        assertThat(joined.path("data").path("role").asText()).isEqualTo("member");
    }

    @Test
    void one_socket_may_listen_to_many_workspaces() {
        UUID second = grace.createWorkspace("Second");
        LiveClient socket = grace.connects("/ws?token=" + grace.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        for (UUID id : List.of(workspace, second)) {
            socket.say(Map.of("type", "subscribe", "id", "s", "workspace_id", id))
                    .nextSubscribed(id);
        }
        grace.createTask(second, "In the second");
        ada.createTask(workspace, "In the first");
        assertThat(socket.next("task.created").path("workspace_id").asText()).isEqualTo(second.toString());
        assertThat(socket.next("task.created").path("workspace_id").asText()).isEqualTo(workspace.toString());
        socket.say(Map.of("type", "unsubscribe", "id", "u", "workspace_id", second))
                .next("unsubscribed");
        grace.createTask(second, "Unheard");
        assertThat(socket.settle()).isEmpty();
    }
}
