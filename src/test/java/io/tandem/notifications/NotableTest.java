package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Committed;
import io.tandem.journal.Log;
import io.tandem.notifications.LogReader.Step;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is notable wakes the reader, and nothing else does or is read. */
@WithDatabase
class NotableTest {

    @Test
    void an_event_and_its_row_are_notable_alike(TestDatabase where) {
        ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
        try (TandemServer server = TandemServer.start(where);
                DatabaseSession database = new DatabaseSession(where)) {
            server.instance().bus().<Committed>hear(Feed.COMMITTED, committed -> events.addAll(committed.events()));
            Pair pair = Pair.meet(server);
            bustle(pair);
            String count = "SELECT count(*) FROM journal_event WHERE type NOT LIKE 'notification.%'";
            Calm.until(() -> events.stream()
                            .filter(event -> !event.type().startsWith("notification."))
                            .count()
                    == Long.parseLong(database.read(count)));
            TreeSet<String> notable = new TreeSet<>();
            events.stream().filter(Notable::is).forEach(event -> notable.add(event.seq() + " " + event.type()));
            String rows = database.read("SELECT string_agg(e.seq || ' ' || e.type, ',') FROM journal_event e JOIN"
                    + " journal_head h ON h.log_id = e.log_id AND NOT h.personal WHERE " + Notable.SQL);
            assertThat(new TreeSet<>(List.of(rows.split(",")))).isEqualTo(notable);
            assertThat(notable).hasSize(12);
        }
    }

    private static void bustle(Pair pair) {
        Person ada = pair.ada();
        String workspace = "/api/workspaces/" + pair.workspace();
        String task = pair.task(null);
        pair.task(pair.grace());
        ada.patch(task, Map.of("title", "\"assigned_to\":null, \"completed_at\": 1"))
                .expect(200);
        ada.patch(task, Map.of("assigned_to", pair.grace().id())).expect(200);
        ada.patch(task, Map.of("due_at", "2030-01-01T00:00:00Z")).expect(200);
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assigned_to", null);
        ada.patch(task + "/assign", nobody).expect(200);
        List<String> columns = new ArrayList<>();
        ada.snapshot(pair.workspace())
                .path("columns")
                .forEach(column -> columns.add(column.path("id").asText()));
        ada.post(task + "/move", Map.of("column_id", columns.get(1))).expect(200);
        ada.post(task + "/move", Map.of("column_id", columns.getLast())).expect(200);
        ada.post(task + "/reopen", "{}").expect(200);
        ada.post(task + "/complete", "{}").expect(200);
        String comment = "/api/comments/"
                + ada.post(task + "/comments", Map.of("text", "One"))
                        .expect(201)
                        .path("id")
                        .asText();
        ada.patch(comment, Map.of("text", "Two")).expect(200);
        ada.patch(comment, Map.of("mentions", List.of(pair.grace().id()))).expect(200);
        ada.delete(comment).expect(204);
        ada.patch(workspace + "/members/" + pair.grace().id(), Map.of("role", "admin"))
                .expect(200);
        pair.grace().patch("/api/me", Map.of("name", "Grace H.")).expect(200);
        ada.post("/api/tasks", Map.of("title", "Own", "assigned_to", ada.id())).expect(201);
        ada.delete(workspace + "/members/" + pair.grace().id()).expect(204);
        ada.delete(task).expect(204);
    }

    @Test
    void what_is_not_notable_costs_no_query() {
        List<UUID> read = new ArrayList<>();
        Vertx vertx = Vertx.vertx();
        Readings readings = new Readings(vertx, log -> {
            read.add(log);
            return Future.succeededFuture(Step.DONE);
        });
        UUID log = new UUID(0, 1);
        for (int i = 1; i <= 1_000; i++) {
            readings.heard(committed(log, i, "task.created", "{\"assigned_to\":null}", null));
            readings.heard(committed(log, i, "task.moved", "{}", "{\"rank\":{\"from\":\"a\",\"to\":\"b\"}}"));
        }
        assertThat(read).isEmpty();
        readings.heard(committed(log, 2_001, "task.assigned", "{}", "{}"));
        assertThat(read).containsExactly(log);
        vertx.close();
    }

    private static Committed committed(UUID log, long seq, String type, String data, @Nullable String changes) {
        Instant now = Instant.now();
        return new Committed(
                List.of(new Event(Log.ofWorkspace(log), log, seq, type, now, now, log, "Ada", null, data, changes)));
    }
}
