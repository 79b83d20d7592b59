package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class TasksHttpTest {

    private static TandemServer server;
    private static Person ada;
    private static Person grace;
    private static Person alan;
    private static Person mallory;

    private UUID workspace;
    private JsonNode columns;

    @BeforeAll
    static void open(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
        mallory = server.register("Mallory");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void furnish() {
        workspace = ada.createWorkspace("Office");
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "viewer");
        columns = ada.snapshot(workspace).path("columns");
    }

    private UUID column(int index) {
        return id(columns.get(index));
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asText());
    }

    private static String path(JsonNode task, String rest) {
        return "/api/tasks/" + task.path("id").asText() + rest;
    }

    @Test
    void a_task_lives_through_the_api() {
        JsonNode label = grace.post("/api/workspaces/" + workspace + "/labels", Map.of("name", "Bug", "color", "red"))
                .expect(201);
        JsonNode task = grace.post(
                        "/api/tasks",
                        Map.of(
                                "workspace_id",
                                workspace,
                                "title",
                                "Ship",
                                "labels",
                                List.of(id(label)),
                                "priority",
                                "high"))
                .expect(201);
        assertThat(alan.get(path(task, "")).expect(200)).isEqualTo(task);
        JsonNode changed = grace.patch(
                        path(task, ""), Map.of("title", "Ship it", "due_at", "2026-12-24T18:00:00+01:00"))
                .expect(200);
        assertThat(changed.path("due_at").asText()).isEqualTo("2026-12-24T17:00:00Z");
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        JsonNode given = grace.patch(path(task, "/assign"), Map.of("assigned_to", ada.id()))
                .expect(200);
        assertThat(given.path("assigned_to").asText()).isEqualTo(ada.id().toString());
        assertThat(grace.post(path(task, "/complete"), Map.of())
                        .expect(200)
                        .path("column_id")
                        .asText())
                .isEqualTo(column(2).toString());
        assertThat(grace.send("POST", path(task, "/reopen"), null)
                        .expect(200)
                        .path("completed_at")
                        .isNull())
                .isTrue();
        JsonNode moved =
                grace.post(path(task, "/move"), Map.of("column_id", column(1))).expect(200);
        assertThat(moved.path("column_id").asText()).isEqualTo(column(1).toString());
        assertThat(ada.snapshot(workspace).path("tasks").get(0)).isEqualTo(moved);
        assertThat(ada.snapshot(workspace).path("labels").get(0)).isEqualTo(label);
        grace.delete(path(task, "")).expect(204);
        assertThat(grace.get(path(task, "")).refused(404)).isEqualTo("not_found");
    }

    @Test
    void a_stale_change_to_the_same_field_is_a_conflict_with_both_values() {
        JsonNode task = grace.createTask(workspace, "Draft");
        ada.patch(path(task, ""), Map.of("title", "Ada's")).expect(200);
        Answer refused = grace.send("PATCH", path(task, ""), Map.of("title", "Grace's"), "If-Match", "\"1\"");
        assertThat(refused.refused(409)).isEqualTo("conflict");
        JsonNode data = refused.body().path("data");
        assertThat(data.path("fields").toString())
                .isEqualTo("{\"title\":{\"yours\":\"Grace's\",\"theirs\":\"Ada's\"}}");
        assertThat(data.path("current").path("title").asText()).isEqualTo("Ada's");
        JsonNode merged = grace.patch(path(task, ""), Map.of("description", "More", "version", 1))
                .expect(200);
        assertThat(merged.path("title").asText()).isEqualTo("Ada's");
        assertThat(merged.path("description").asText()).isEqualTo("More");
    }

    @Test
    void a_repeated_request_gets_the_first_answer() {
        Map<String, Object> body = Map.of("id", Ids.next(), "workspace_id", workspace, "title", "Once");
        JsonNode first = grace.send("POST", "/api/tasks", body, "Idempotency-Key", "op-" + workspace)
                .expect(201);
        JsonNode second = grace.send("POST", "/api/tasks", body, "Idempotency-Key", "op-" + workspace)
                .expect(201);
        assertThat(second).isEqualTo(first);
        assertThat(grace.post("/api/tasks", body).refused(409)).isEqualTo("id_taken");
        assertThat(ada.snapshot(workspace).path("tasks")).hasSize(1);
    }

    @Test
    void two_people_who_move_twenty_cards_at_once_leave_every_card_once() {
        List<UUID> cards = new ArrayList<>();
        for (int i = 0; i < 20; i++) cards.add(id(grace.createTask(workspace, "Card " + i)));
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> toTheTop(ada, cards, 7), people),
                            CompletableFuture.runAsync(() -> toTheTop(grace, cards, 11), people))
                    .join();
        }
        JsonNode listed =
                alan.get("/api/tasks?workspace_id=" + workspace).expect(200).path("items");
        assertThat(listed).extracting(TasksHttpTest::id).containsExactlyInAnyOrderElementsOf(cards);
        assertThat(listed)
                .extracting(task -> task.path("rank").asText())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private void toTheTop(Person person, List<UUID> cards, int stride) {
        for (int i = 0; i < cards.size(); i++) {
            UUID card = cards.get(i * stride % cards.size());
            UUID target = cards.get((i * stride + 1) % cards.size());
            person.post("/api/tasks/" + card + "/move", Map.of("column_id", column(0), "before_id", target))
                    .expect(200);
        }
    }

    @Test
    void lists_are_filtered_and_paged() {
        for (int i = 0; i < 5; i++) grace.createTask(workspace, i % 2 == 0 ? "Even " + i : "Odd " + i);
        String list = "/api/tasks?workspace_id=" + workspace;
        assertThat(alan.get(list + "&q=odd").expect(200).path("items")).hasSize(2);
        assertThat(alan.get(list + "&q=%235").expect(200).path("items")).hasSize(1);
        assertThat(alan.get(list + "&completed=true").expect(200).path("items")).isEmpty();
        assertThat(alan.get(list + "&due_before=2030-01-01T00:00:00%2B01:00")
                        .expect(200)
                        .path("items"))
                .isEmpty();
        JsonNode page = alan.get(list + "&limit=3").expect(200);
        JsonNode rest = alan.get(
                        list + "&limit=3&cursor=" + page.path("next_cursor").asText())
                .expect(200);
        assertThat(page.path("items")).hasSize(3);
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.path("next_cursor").isNull()).isTrue();
        assertThat(alan.get(list + "&cursor=bm9uc2Vuc2U").refused(422)).isEqualTo("validation_failed");
        assertThat(mallory.get(list).refused(404)).isEqualTo("not_found");
    }

    @Test
    void mine_are_found_over_all_workspaces() {
        JsonNode task = grace.createTask(workspace, "For Ada");
        grace.patch(path(task, "/assign"), Map.of("assigned_to", ada.id())).expect(200);
        assertThat(ada.get("/api/tasks?assigned_to=me").expect(200).path("items"))
                .extracting(TasksHttpTest::id)
                .contains(id(task));
        JsonNode personal = ada.post("/api/tasks", Map.of("title", "Milk")).expect(201);
        assertThat(ada.get("/api/tasks").expect(200).path("items"))
                .extracting(TasksHttpTest::id)
                .contains(id(personal))
                .doesNotContain(id(task));
    }

    @Test
    void foreign_ids_are_not_found_in_paths_and_refused_in_bodies() {
        JsonNode task = grace.createTask(workspace, "Secret");
        UUID elsewhere = mallory.createWorkspace("Elsewhere");
        JsonNode foreign = mallory.createTask(elsewhere, "Mine");
        assertThat(mallory.get(path(task, "")).refused(404)).isEqualTo("not_found");
        assertThat(mallory.patch(path(task, ""), Map.of("title", "x")).refused(404))
                .isEqualTo("not_found");
        assertThat(mallory.delete(path(task, "")).refused(404)).isEqualTo("not_found");
        assertThat(mallory.post("/api/tasks", Map.of("workspace_id", workspace, "title", "x"))
                        .refused(404))
                .isEqualTo("not_found");
        Answer intoForeign = mallory.post(path(foreign, "/move"), Map.of("column_id", column(0)));
        assertThat(intoForeign.expect(422).path("errors").get(0).path("pointer").asText())
                .isEqualTo("/column_id");
        Answer toStranger = mallory.patch(path(foreign, "/assign"), Map.of("assigned_to", grace.id()));
        assertThat(toStranger.expect(422).path("errors").get(0).path("pointer").asText())
                .isEqualTo("/assigned_to");
    }

    @Test
    void a_viewer_is_refused_what_a_member_may() {
        JsonNode task = grace.createTask(workspace, "Look");
        assertThat(alan.post("/api/tasks", Map.of("workspace_id", workspace, "title", "x"))
                        .refused(403))
                .isEqualTo("forbidden");
        assertThat(alan.patch(path(task, ""), Map.of("title", "x")).refused(403))
                .isEqualTo("forbidden");
        assertThat(alan.post(path(task, "/move"), Map.of("column_id", column(1)))
                        .refused(403))
                .isEqualTo("forbidden");
        assertThat(alan.delete(path(task, "")).refused(403)).isEqualTo("forbidden");
        assertThat(alan.post("/api/workspaces/" + workspace + "/labels", Map.of("name", "x", "color", "red"))
                        .refused(403))
                .isEqualTo("forbidden");
    }

    @Test
    void an_answer_is_what_the_event_says() {
        JsonNode task = grace.createTask(workspace, "Told");
        JsonNode events = ada.get("/api/workspaces/" + workspace + "/events?since=0")
                .expect(200)
                .path("events");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.path("type").asText()).isEqualTo("task.created");
        assertThat(Json.encode(last.path("data"))).isEqualTo(Json.encode(task));
    }
}
