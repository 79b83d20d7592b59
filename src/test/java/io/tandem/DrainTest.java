package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Answer;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemProcess;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real process does between being told to stop and its end. */
@WithDatabase
class DrainTest {

    private static final int RESTART = 1012;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final Path data;

    DrainTest(TestDatabase database, @TempDir Path folder) throws IOException {
        this.database = database;
        data = folder.toRealPath().resolve("data");
    }

    private TandemProcess start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("TANDEM_DATABASE_URI", database.uri());
        return TandemProcess.start(data, environment);
    }

    @Test
    void it_is_not_ready_any_more_while_everything_still_works() {
        try (TandemProcess tandem = start(Map.of("TANDEM_SHUTDOWN_NOTICE_MS", "4000"))) {
            Person ada = Person.register(tandem.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            LiveClient before = ada.opens(workspace);
            assertThat(ada.get("/health/ready").status()).isEqualTo(200);
            tandem.terminate();
            Answer notReady = untilNotReady(ada);
            assertThat(notReady.refused(503)).isEqualTo("unavailable");
            assertThat(notReady.headers().firstValue("Connection")).hasValue("close");
            assertThat(ada.get("/health/live").status()).isEqualTo(200);
            ada.createTask(workspace, "Still there");
            before.next("task.created");
            LiveClient during = ada.opens(workspace);
            during.command("task.create", "late", workspace, Map.of("title", "Late"))
                    .next("ack");
            assertThat(ada.get("/health/ready").status()).isEqualTo(503);
            assertThat(before.until("goodbye")
                            .path("data")
                            .path("reconnect_after_ms")
                            .asLong())
                    .isBetween(0L, 1_000L);
            during.until("goodbye");
            assertThat(before.closeCode()).isEqualTo(RESTART);
            assertThat(during.closeCode()).isEqualTo(RESTART);
            assertThat(tandem.exitCode()).isZero();
            assertThat(tandem.output()).doesNotContain("Not everything ended").doesNotContain("\tat ");
        }
    }

    private static Answer untilNotReady(Person somebody) {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = somebody.get("/health/ready");
        while (answer.status() == 200) {
            assertThat(Instant.now()).isBefore(end);
            answer = somebody.get("/health/ready");
        }
        return answer;
    }

    @Test
    void what_is_under_way_is_answered_before_goodbye() {
        try (TandemProcess tandem = start(Map.of());
                DatabaseSession other = new DatabaseSession(database)) {
            Person ada = Person.register(tandem.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            LiveClient idle = ada.opens(workspace);
            LiveClient busy = ada.opens(workspace);
            LiveClient sockJs = ada.connects("/live/websocket");
            sockJs.say(Map.of("type", "auth", "token", ada.token())).next("welcome");
            sockJs.nextSubscribed(null);
            holdUp(other, workspace);
            busy.command("task.create", "one", workspace, Map.of("title", "One", "assigned_to", ada.id()));
            sockJs.command("task.create", "two", workspace, Map.of("title", "Two", "assigned_to", ada.id()));
            var rest = CompletableFuture.supplyAsync(() -> create(ada, workspace, "Three"))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            other.untilSomeWait(3);
            tandem.terminate();
            idle.next("goodbye");
            assertThat(idle.closeCode()).isEqualTo(RESTART);
            other.run("COMMIT");
            assertThat(rest.join().path("title").asText()).isEqualTo("Three");
            assertThat(answer(busy).path("id").asText()).isEqualTo("one");
            assertThat(answer(sockJs).path("id").asText()).isEqualTo("two");
            assertThat(tandem.exitCode()).isZero();
        }
    }

    /** Tasks of somebody are not gathered: each waits for the lock itself. */
    private static JsonNode create(Person ada, UUID workspace, String title) {
        return ada.post("/api/tasks", Map.of("workspace_id", workspace, "title", title, "assigned_to", ada.id()))
                .expect(201);
    }

    /** The events that came meanwhile aside. */
    private static JsonNode answer(LiveClient socket) {
        JsonNode ack = socket.until(message -> !message.path("type").asText().equals("task.created"));
        assertThat(ack.path("type").asText()).isEqualTo("ack");
        socket.until("goodbye");
        assertThat(socket.closeCode()).isEqualTo(RESTART);
        return ack;
    }

    private static void holdUp(DatabaseSession other, UUID workspace) {
        other.run("BEGIN");
        other.run("UPDATE journal_head SET pruned = pruned WHERE log_id = '" + workspace + "'");
    }

    @Test
    void what_hangs_is_not_waited_for_beyond_the_time() {
        try (TandemProcess tandem = start(Map.of("TANDEM_SHUTDOWN_TIMEOUT_SECONDS", "4"));
                DatabaseSession other = new DatabaseSession(database)) {
            Person ada = Person.register(tandem.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            LiveClient socket = ada.opens(workspace);
            holdUp(other, workspace);
            socket.command("task.create", "stuck", workspace, Map.of("title", "Stuck"));
            other.untilSomeWait(1);
            Instant told = Instant.now();
            tandem.terminate();
            socket.next("goodbye");
            assertThat(socket.closeCode()).isEqualTo(RESTART);
            assertThat(tandem.exitCode()).isZero();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void a_database_that_does_not_end_is_left_behind_in_time() {
        Map<String, String> impatient = Map.of("TANDEM_SHUTDOWN_TIMEOUT_SECONDS", "3");
        try (TandemProcess tandem = TandemProcess.start(data, impatient)) {
            Person.register(tandem.url(), "Ada");
            TandemProcess.pausePostgres(data);
            Instant told = Instant.now();
            assertThat(tandem.terminate().exitCode()).isZero();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(5));
        } finally {
            TandemProcess.endPostgres(data);
        }
    }
}
