package io.tandem.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is committed is told even when nobody publishes it: here another server commits, and only the poll can find it. */
@WithDatabase
class HeadsPollTest {

    @Test
    void the_poll_finds_what_was_committed_and_never_told(TestDatabase database) {
        try (TandemServer silent = TandemServer.start(database);
                TandemServer polling = TandemServer.start(database, Map.of("journal.poll_ms", "100"))) {
            Person ada = silent.register("Ada");
            UUID workspace = ada.createWorkspace("Shared");
            LiveClient socket = ada.at(polling).opens(workspace);
            long start = ada.snapshot(workspace).path("seq").asLong();
            for (int i = 0; i < 30; i++) (i % 3 == 0 ? ada.at(polling) : ada).createTask(workspace, "Task " + i);
            for (long seq = start + 1; seq <= start + 30; seq++) {
                JsonNode event = socket.next("task.created");
                assertThat(event.path("seq").asLong()).isEqualTo(seq);
            }
            ada.post("/api/tasks", Map.of("title", "Personal")).expect(201);
            assertThat(socket.next("task.created").path("workspace_id").isNull())
                    .isTrue();
            ada.post("/api/auth/logout", Map.of()).expect(204);
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void who_waits_for_what_is_kept_no_more_begins_anew(TestDatabase database) {
        try (TandemServer polling = TandemServer.start(database, Map.of("journal.poll_ms", "100"));
                DatabaseSession later = new DatabaseSession(database)) {
            Person ada = polling.register("Ada");
            UUID workspace = ada.createWorkspace("Shared");
            LiveClient socket = ada.opens(workspace);
            later.run("UPDATE journal_head SET seq = seq + 9, pruned = seq + 5 WHERE log_id = '" + workspace + "'");
            assertThat(socket.closeCode()).isEqualTo(1012);
            LiveClient back = ada.opens(workspace);
            ada.createTask(workspace, "After the hole");
            assertThat(back.next("task.created").path("data").path("title").asText())
                    .isEqualTo("After the hole");
        }
    }
}
