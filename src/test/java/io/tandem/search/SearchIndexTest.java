package io.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does for a search, and for a change. */
@WithDatabase
class SearchIndexTest {

    private TandemServer server;
    private DatabaseSession database;
    private Person ada;

    @BeforeEach
    void start(TestDatabase given) {
        server = TandemServer.start(given, Map.of("limits.search_ms", "500"));
        database = new DatabaseSession(given);
        ada = server.register("Ada");
    }

    @AfterEach
    void stop() {
        database.close();
        server.close();
    }

    @Test
    void a_search_reads_the_index_and_not_the_table() {
        ada.createTask(ada.createWorkspace("Garden"), "Paint the fence");
        database.run("SET enable_seqscan = off");
        database.run("PREPARE search (uuid, uuid, text, bigint, boolean, int, int, uuid, int) AS " + SearchStore.HITS);
        database.run("SET plan_cache_mode = force_generic_plan");
        String plan = database.read("EXPLAIN (FORMAT JSON) EXECUTE search ('" + ada.id()
                + "', NULL, '''fence''', NULL, NULL, NULL, NULL, NULL, 20)");
        assertThat(plan).contains("search_task_words", "search_comment_words").doesNotContain("\"Seq Scan\"");
    }

    @Test
    void a_search_that_takes_too_long_is_given_up() {
        ada.createTask(ada.createWorkspace("Garden"), "Paint the fence");
        assertThat(ada.get("/api/search?q=fence").expect(200).path("items")).hasSize(1);
        database.run("BEGIN");
        database.run("LOCK TABLE search_task");
        assertThat(ada.get("/api/search?q=fence").refused(503)).isEqualTo("unavailable");
        database.run("ROLLBACK");
        assertThat(ada.get("/api/search?q=fence").expect(200).path("items")).hasSize(1);
    }

    @Test
    void only_a_new_title_or_description_is_indexed_anew() {
        UUID garden = ada.createWorkspace("Garden");
        String id = ada.createTask(garden, "Paint the fence").path("id").asText();
        String task = "/api/tasks/" + id;
        String written = "SELECT xmin FROM search_task WHERE task_id = '" + id + "'";
        String created = database.read(written);
        ada.post(task + "/complete", Map.of()).expect(200);
        ada.patch(task + "/assign", Map.of("assigned_to", ada.id())).expect(200);
        ada.patch(task, Map.of("priority", "high")).expect(200);
        ada.post(task + "/comments", Map.of("text", "Green?")).expect(201);
        assertThat(database.read(written)).isEqualTo(created);
        ada.patch(task, Map.of("title", "Paint it")).expect(200);
        assertThat(database.read(written)).isNotEqualTo(created);
    }
}
