package io.tandem.search;

import static io.tandem.search.Garden.finds;
import static io.tandem.search.Garden.id;
import static io.tandem.search.Garden.search;
import static io.tandem.search.Garden.titles;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is found, for whom, and in which order. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    private Garden garden;

    @BeforeAll
    void open(TestDatabase database) {
        garden = new Garden(database);
    }

    @BeforeEach
    void plant() {
        garden.plant();
    }

    @AfterAll
    void close() {
        garden.close();
    }

    @Test
    void titles_come_before_descriptions_and_these_before_comments() {
        UUID said = garden.creates("Third", "");
        UUID comment = garden.says(said, "We need a release, and soon");
        garden.creates("Second", "Nothing to\nrelease yet");
        garden.creates("Release the first", "release");
        JsonNode page = search(garden.ada, "release");
        assertThat(titles(page)).containsExactly("Release the first", "Second", "Third");
        assertThat(page.findValuesAsText("field")).containsExactly("title", "description", "comment");
        assertThat(page.findValuesAsText("workspace_name")).containsOnly("Garden");
        assertThat(page.findValuesAsText("excerpt"))
                .containsExactly("Release the first", "Nothing to release yet", "We need a release, and soon");
        assertThat(page.findValues("highlights").toString()).isEqualTo("[[[0,7]], [[11,18]], [[10,17]]]");
        assertThat(page.at("/items/2/comment_id").asText()).isEqualTo(comment.toString());
        assertThat(page.at("/items/0/comment_id").isNull()).isTrue();
        assertThat(page.at("/items/2/task").toString())
                .isEqualTo(garden.ada.get("/api/tasks/" + said).expect(200).toString());
    }

    @Test
    void a_task_comes_once_with_its_newest_comment_that_fits() {
        UUID task = garden.creates("A", "");
        garden.says(task, "Apples");
        UUID newer = garden.says(task, "More apples");
        garden.says(task, "Pears");
        JsonNode page = search(garden.ada, "apples");
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.at("/items/0/comment_id").asText()).isEqualTo(newer.toString());
    }

    @Test
    void a_number_finds_its_task_first() {
        garden.creates("One", "");
        garden.creates("Two", "");
        garden.creates("2 of them", "");
        JsonNode page = search(garden.ada, "#2");
        assertThat(page.findValuesAsText("field")).containsExactly("number", "title");
        assertThat(titles(page)).containsExactly("Two", "2 of them");
        assertThat(page.at("/items/0/excerpt").asText()).isEqualTo("Two");
        assertThat(finds(garden.ada, "2")).containsExactly("Two", "2 of them");
        assertThat(finds(garden.ada, "#999999999999999")).isEmpty();
        assertThat(finds(garden.mallory, "#2")).isEmpty();
    }

    @Test
    void open_tasks_come_before_completed_ones_and_new_before_old() {
        garden.creates("Oak old", "");
        UUID done = garden.creates("Oak done", "");
        garden.creates("Oak new", "");
        garden.ada.post("/api/tasks/" + done + "/complete", Map.of()).expect(200);
        assertThat(finds(garden.ada, "oak")).containsExactly("Oak new", "Oak old", "Oak done");
        assertThat(finds(garden.ada, "oak", "&completed=true")).containsExactly("Oak done");
        assertThat(finds(garden.ada, "oak", "&completed=false")).containsExactly("Oak new", "Oak old");
    }

    @Test
    void everybody_finds_what_they_may_see_and_nothing_else() {
        garden.says(garden.creates("Secret plan", "hidden"), "whispered");
        UUID other = garden.mallory.createWorkspace("Den");
        garden.mallory.createTask(other, "Plan of Mallory");
        garden.mallory.post("/api/tasks", Map.of("title", "Own plan")).expect(201);
        assertThat(finds(garden.alan, "plan")).containsExactly("Secret plan");
        assertThat(finds(garden.mallory, "plan")).containsExactly("Own plan", "Plan of Mallory");
        assertThat(finds(garden.mallory, "hidden")).isEmpty();
        assertThat(finds(garden.mallory, "whispered")).isEmpty();
        assertThat(finds(garden.mallory, "plan", "&workspace_id=" + other)).containsExactly("Plan of Mallory");
        assertThat(garden.mallory
                        .get("/api/search?q=plan&workspace_id=" + garden.workspace)
                        .refused(404))
                .isEqualTo("not_found");
        assertThat(garden.mallory
                        .get("/api/search?q=plan&workspace_id=" + UUID.randomUUID())
                        .refused(404))
                .isEqualTo("not_found");
        assertThat(garden.server.stranger().get("/api/search?q=plan").status()).isEqualTo(401);
    }

    @Test
    void whoever_is_removed_finds_nothing_more() {
        garden.creates("Fence", "");
        assertThat(finds(garden.alan, "fence")).hasSize(1);
        garden.ada
                .delete("/api/workspaces/" + garden.workspace + "/members/" + garden.alan.id())
                .expect(204);
        assertThat(finds(garden.alan, "fence")).isEmpty();
        assertThat(garden.alan
                        .get("/api/search?q=fence&workspace_id=" + garden.workspace)
                        .refused(404))
                .isEqualTo("not_found");
    }

    @Test
    void a_personal_task_has_no_workspace_and_one_reader() {
        UUID own = id(garden.ada.post("/api/tasks", Map.of("title", "Buy milk")).expect(201));
        garden.says(own, "Oat");
        JsonNode page = search(garden.ada, "milk");
        assertThat(page.at("/items/0/workspace_name").isNull()).isTrue();
        assertThat(finds(garden.ada, "oat")).containsExactly("Buy milk");
        assertThat(finds(garden.alan, "milk")).isEmpty();
        assertThat(finds(garden.ada, "milk", "&workspace_id=" + garden.workspace))
                .isEmpty();
    }

    @Test
    void what_was_changed_is_found_as_it_is_and_not_as_it_was() {
        UUID task = garden.creates("Oak", "green");
        UUID comment = garden.says(task, "tall");
        garden.ada.patch("/api/tasks/" + task, Map.of("title", "Beech")).expect(200);
        garden.ada.patch("/api/tasks/" + task, Map.of("description", "brown")).expect(200);
        garden.ada.patch("/api/comments/" + comment, Map.of("text", "small")).expect(200);
        for (String gone : List.of("oak", "green", "tall"))
            assertThat(finds(garden.ada, gone)).isEmpty();
        for (String there : List.of("beech", "brown", "small"))
            assertThat(finds(garden.ada, there)).hasSize(1);
    }

    @Test
    void what_was_deleted_is_not_found() {
        UUID task = garden.creates("Oak", "green");
        UUID comment = garden.says(task, "tall");
        garden.says(task, "wide");
        garden.ada.delete("/api/comments/" + comment).expect(204);
        assertThat(finds(garden.ada, "tall")).isEmpty();
        assertThat(finds(garden.ada, "wide")).hasSize(1);
        garden.ada.delete("/api/tasks/" + task).expect(204);
        assertThat(finds(garden.ada, "oak")).isEmpty();
        assertThat(finds(garden.ada, "wide")).isEmpty();
        garden.creates("Ash", "");
        garden.ada.delete("/api/workspaces/" + garden.workspace).expect(204);
        assertThat(finds(garden.ada, "ash")).isEmpty();
    }

    @Test
    void pages_have_no_gaps_and_nothing_twice() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID task = garden.creates(i % 2 == 0 ? "Oak " + i : "Tree " + i, i % 2 == 0 ? "" : "oak");
            garden.says(task, "oak");
            if (i % 3 == 0)
                garden.ada.post("/api/tasks/" + task + "/complete", Map.of()).expect(200);
        }
        String cursor = "";
        do {
            JsonNode page = search(garden.ada, "oak", "&limit=2", cursor);
            all.addAll(titles(page));
            if (cursor.isEmpty()) garden.creates("Oak made meanwhile", "");
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(all).containsExactly("Oak 4", "Oak 2", "Oak 6", "Oak 0", "Tree 5", "Tree 1", "Tree 3");
    }
}
