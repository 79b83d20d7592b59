package io.tandem.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada and Grace work on a task, and look back at what they did. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityTest {

    private TestDatabase database;
    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person mallory;
    private UUID workspace;
    private String home;
    private String task;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
        mallory = server.register("Mallory");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Garden");
        home = "/api/workspaces/" + workspace;
        ada.invites(grace, workspace, "member");
        task = ada.createTask(workspace, "Paint the fence").path("id").asText();
    }

    private static List<String> types(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(event -> event.path("type").asText())
                .toList();
    }

    private List<String> types(String query) {
        return types(ada.get(home + "/activity?" + query).expect(200));
    }

    @Test
    void what_happened_is_told_with_old_and_new_values_the_newest_first() {
        ada.patch("/api/tasks/" + task, Map.of("title", "Paint the gate")).expect(200);
        grace.patch("/api/tasks/" + task + "/assign", Map.of("assigned_to", grace.id()))
                .expect(200);
        JsonNode page = grace.get(home + "/activity?limit=3").expect(200);
        assertThat(types(page)).containsExactly("task.assigned", "task.updated", "task.created");
        JsonNode assigned = page.at("/items/0");
        assertThat(assigned.at("/actor/name").asText()).isEqualTo("Grace");
        assertThat(assigned.at("/changes/assigned_to/from").isNull()).isTrue();
        assertThat(assigned.at("/changes/assigned_to/to").asText())
                .isEqualTo(grace.id().toString());
        assertThat(page.at("/items/1/changes/title/from").asText()).isEqualTo("Paint the fence");
        assertThat(page.at("/items/1/changes/title/to").asText()).isEqualTo("Paint the gate");
    }

    @Test
    void it_is_what_the_sockets_get() {
        JsonNode events = ada.get(home + "/events").expect(200).path("events");
        JsonNode activity = ada.get(home + "/activity").expect(200).path("items");
        assertThat(activity).hasSize(events.size());
        for (int i = 0; i < events.size(); i++)
            assertThat(activity.path(events.size() - 1 - i)).isEqualTo(events.path(i));
    }

    @Test
    void it_comes_in_pages_to_the_very_beginning() {
        for (int i = 0; i < 8; i++) ada.createTask(workspace, "Task " + i);
        long head = ada.snapshot(workspace).path("seq").asLong();
        List<Long> read = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            JsonNode page = ada.get(home + "/activity?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            page.path("items").forEach(event -> read.add(event.path("seq").asLong()));
            cursor = page.path("next_cursor").asText();
            ada.createTask(workspace, "Meanwhile");
        }
        assertThat(read)
                .isEqualTo(
                        IntStream.range(0, (int) head).mapToObj(i -> head - i).toList());
    }

    @Test
    void it_is_narrowed_by_task_person_type_and_number() {
        String other = grace.createTask(workspace, "Mow").path("id").asText();
        grace.post("/api/tasks/" + task + "/comments", Map.of("text", "Green?")).expect(201);
        ada.post("/api/tasks/" + other + "/complete", Map.of()).expect(200);
        ada.post("/api/tasks/" + task + "/reopen", Map.of()).expect(200);
        assertThat(types("task_id=" + task)).containsExactly("comment.created", "task.created");
        assertThat(types("actor_id=" + grace.id()))
                .containsExactly("comment.created", "task.created", "invite.used", "member.joined");
        assertThat(types("type=task.created")).hasSize(2).containsOnly("task.created");
        assertThat(types("type=task")).hasSize(3);
        assertThat(types("type=tas")).isEmpty();
        long head = ada.snapshot(workspace).path("seq").asLong();
        assertThat(types("since=" + (head - 2))).hasSize(2);
        assertThat(types("since=" + head)).isEmpty();
        assertThat(types("task_id=" + task + "&actor_id=" + ada.id() + "&type=task"))
                .containsExactly("task.created");
    }

    @Test
    void a_task_has_its_own_and_one_that_is_gone_is_found_in_its_workspace() {
        ada.createTask(workspace, "Another");
        grace.post("/api/tasks/" + task + "/comments", Map.of("text", "Green?")).expect(201);
        String activity = "/api/tasks/" + task + "/activity";
        assertThat(types(grace.get(activity).expect(200))).containsExactly("comment.created", "task.created");
        JsonNode first = grace.get(activity + "?limit=1").expect(200);
        JsonNode second = grace.get(activity + "?limit=1&cursor="
                        + first.path("next_cursor").asText())
                .expect(200);
        assertThat(types(second)).containsExactly("task.created");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        ada.delete("/api/tasks/" + task).expect(204);
        ada.get(activity).expect(404);
        assertThat(types("task_id=" + task)).containsExactly("task.deleted", "comment.created", "task.created");
    }

    @Test
    void a_personal_task_has_one_too() {
        String own = "/api/tasks/"
                + grace.post("/api/tasks", Map.of("title", "Milk"))
                        .expect(201)
                        .path("id")
                        .asText();
        grace.patch(own, Map.of("title", "Bread")).expect(200);
        JsonNode activity = grace.get(own + "/activity").expect(200);
        assertThat(types(activity)).containsExactly("task.updated", "task.created");
        assertThat(activity.at("/items/0/changes/title/from").asText()).isEqualTo("Milk");
        ada.get(own + "/activity").expect(404);
    }

    @Test
    void strangers_and_removed_members_see_nothing() {
        mallory.get(home + "/activity").expect(404);
        mallory.get("/api/tasks/" + task + "/activity").expect(404);
        String cursor = grace.get(home + "/activity?limit=1")
                .expect(200)
                .path("next_cursor")
                .asText();
        ada.delete(home + "/members/" + grace.id()).expect(204);
        grace.get(home + "/activity?cursor=" + cursor).expect(404);
        grace.get("/api/tasks/" + task + "/activity").expect(404);
    }

    @Test
    void a_task_of_another_workspace_shows_nothing_here() {
        UUID there = mallory.createWorkspace("There");
        String foreign = mallory.createTask(there, "Secret").path("id").asText();
        assertThat(types("task_id=" + foreign)).isEmpty();
        assertThat(types("task_id=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        UUID other = ada.createWorkspace("Other");
        String cursor = ada.get(home + "/activity?limit=1")
                .expect(200)
                .path("next_cursor")
                .asText();
        ada.get("/api/workspaces/" + other + "/activity?cursor=" + cursor).expect(422);
        ada.get("/api/tasks/" + task + "/activity?cursor=" + cursor).expect(422);
    }

    @Test
    void a_pruned_log_ends_where_it_is_kept() throws Exception {
        long head = ada.snapshot(workspace).path("seq").asLong();
        String cursor = ada.get(home + "/activity?limit=2")
                .expect(200)
                .path("next_cursor")
                .asText();
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run("DELETE FROM journal_event WHERE log_id = '" + workspace + "' AND seq < " + (head - 2));
            session.run("UPDATE journal_head SET pruned = " + (head - 3) + " WHERE log_id = '" + workspace + "'");
        }
        JsonNode rest = ada.get(home + "/activity?limit=2&cursor=" + cursor).expect(200);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next_cursor").isNull()).isTrue();
        assertThat(ada.get(home + "/activity").expect(200).path("items")).hasSize(3);
    }

    @Test
    void nobody_pages_through_what_was_pruned() throws Exception {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run("UPDATE journal_event SET seq = seq + 50000 WHERE log_id = '" + workspace + "'");
            session.run("UPDATE journal_head SET seq = seq + 50000, pruned = 50000 WHERE log_id = '" + workspace + "'");
        }
        JsonNode page = ada.get(home + "/activity?actor_id=" + mallory.id()).expect(200);
        assertThat(page.path("items")).isEmpty();
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void what_is_rare_in_a_long_log_is_found_page_by_page() throws Exception {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run("INSERT INTO journal_event (log_id, seq, type, at, actor_id, actor_name, data) SELECT '"
                    + workspace
                    + "', h.seq + n, 'task.updated', now(), '" + ada.id() + "', 'Ada', '{}' FROM journal_head h,"
                    + " generate_series(1, 12000) n WHERE h.log_id = '" + workspace + "'");
            session.run("UPDATE journal_head SET seq = seq + 12000 WHERE log_id = '" + workspace + "'");
        }
        JsonNode first = ada.get(home + "/activity?actor_id=" + grace.id()).expect(200);
        assertThat(first.path("items")).isEmpty();
        JsonNode second = ada.get(home + "/activity?actor_id=" + grace.id() + "&cursor="
                        + first.path("next_cursor").asText())
                .expect(200);
        assertThat(types(second)).containsExactly("invite.used", "member.joined");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(types(ada.get("/api/tasks/" + task + "/activity").expect(200)))
                .containsExactly("task.created");
    }
}
