package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.LiveCoworker.Heard;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: how they start, refuse to start, stop, and what becomes of people's work when they are killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final int KILLS = 3;
    private static final int ANSWERS_BEFORE_A_KILL = 120;
    private static final int PATIENCE_SECONDS = 30;

    private Path data;
    private TandemProcess tandem;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = folder.toRealPath().resolve("data");
        tandem = TandemProcess.start(data, Map.of());
    }

    @AfterAll
    void stop() {
        tandem.close();
        TandemProcess.endPostgres(data);
    }

    /** The one that runs, or a fresh one on the same data. */
    private URI running() {
        if (!tandem.isAlive()) tandem = TandemProcess.start(data, Map.of());
        return tandem.url();
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_happens_twice_when_the_server_is_killed() throws Exception {
        Person ada = Person.register(running(), "Ada");
        Person grace = Person.register(running(), "Grace");
        UUID workspace = ada.createWorkspace("Harbour");
        ada.invites(grace, workspace, "member");
        String epoch = ada.snapshot(workspace).path("epoch").asText();
        LiveCoworker unlucky = new LiveCoworker(grace, workspace, epoch, 10);
        List<LiveCoworker> live = List.of(
                new LiveCoworker(ada, workspace, epoch, Integer.MAX_VALUE),
                new LiveCoworker(grace, workspace, epoch, Integer.MAX_VALUE),
                unlucky);
        List<Coworker> all = new ArrayList<>(live);
        all.addAll(List.of(new RestCoworker(ada, workspace), new RestCoworker(grace, workspace)));

        for (int kill = 0; kill < KILLS; kill++) workUntilKilled(all);

        URI server = running();
        all.forEach(coworker -> coworker.finish(server));
        assertThat(unlucky.repeated()).isGreaterThan(KILLS);
        List<JsonNode> log = log(ada.at(server), workspace);
        for (LiveCoworker coworker : live) {
            coworker.catchUp(server, log.size());
            assertThat(coworker.history()).isEqualTo(heard(log));
        }
        assertThat(answers(log)).isEqualTo(answers(all));
        assertThat(shared(grace.at(server).snapshot(workspace)))
                .isEqualTo(shared(ada.at(server).snapshot(workspace)));
        assertThat(tasks(ada.at(server).snapshot(workspace))).isEqualTo(tasks(log));
    }

    private void workUntilKilled(List<Coworker> all) throws Exception {
        URI server = running();
        Semaphore answers = new Semaphore(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> work = all.stream()
                    .map(one -> CompletableFuture.runAsync(() -> one.workUntilCut(server, answers::release), threads))
                    .toList();
            boolean enough = answers.tryAcquire(ANSWERS_BEFORE_A_KILL, PATIENCE_SECONDS, TimeUnit.SECONDS);
            tandem.kill();
            for (CompletableFuture<Void> one : work) one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(enough).isTrue();
            assertThat(TandemProcess.postgres(data)).isPresent();
        }
    }

    /** The whole log, in pages; its numbers have no gap. */
    private static List<JsonNode> log(Person person, UUID workspace) {
        List<JsonNode> log = new ArrayList<>();
        JsonNode page;
        do {
            page = person.get("/api/workspaces/" + workspace + "/events?limit=1000&since=" + log.size())
                    .expect(200);
            for (JsonNode event : page.path("events")) {
                log.add(event);
                assertThat(event.path("seq").asInt()).isEqualTo(log.size());
            }
        } while (log.size() < page.path("seq").asInt());
        return log;
    }

    private static List<Heard> heard(List<JsonNode> log) {
        return log.stream()
                .map(event -> new Heard(event.path("seq").asLong(), event.path("data")))
                .toList();
    }

    /** By operation id; the same one twice fails. */
    private static Map<String, JsonNode> answers(List<JsonNode> log) {
        return log.stream()
                .filter(event -> event.path("type").asText().startsWith("task."))
                .collect(Collectors.toMap(
                        event -> event.path("operation_id").asText(),
                        event -> event.path("data"),
                        (one, other) -> {
                            throw new AssertionError("Twice: " + one + " and " + other);
                        },
                        TreeMap::new));
    }

    private static Map<String, JsonNode> answers(Iterable<Coworker> coworkers) {
        Map<String, JsonNode> answers = new TreeMap<>();
        coworkers.forEach(coworker -> answers.putAll(coworker.answers()));
        return answers;
    }

    /** Without the reader's own role. */
    private static JsonNode shared(JsonNode snapshot) {
        ObjectNode copy = snapshot.deepCopy();
        ((ObjectNode) copy.path("workspace")).remove("role");
        return copy;
    }

    private static Map<String, JsonNode> tasks(JsonNode snapshot) {
        Map<String, JsonNode> tasks = new HashMap<>();
        snapshot.path("tasks").forEach(task -> tasks.put(task.path("id").asText(), task));
        return tasks;
    }

    /** What the events make of nothing. */
    private static Map<String, JsonNode> tasks(List<JsonNode> log) {
        Map<String, JsonNode> tasks = new HashMap<>();
        log.stream()
                .filter(event -> event.path("type").asText().startsWith("task."))
                .map(event -> event.path("data"))
                .forEach(task -> tasks.put(task.path("id").asText(), task));
        return tasks;
    }

    @Test
    void a_second_server_on_the_same_data_is_told_who_has_it() {
        running();
        try (TandemProcess second = TandemProcess.start(data, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output())
                    .contains(
                            "Tandem does not start. Another Tandem (process " + tandem.pid() + ") already uses " + data)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_database_that_is_not_there_is_named_and_its_password_is_not() throws IOException {
        running();
        String password = Files.readString(data.resolve("postgres.password"));
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String uri = "postgresql://tandem:" + password + "@127.0.0.1:" + port.trim() + "/nowhere";
        try (TandemProcess lost = TandemProcess.start(data, Map.of("TANDEM_DATABASE_URI", uri))) {
            assertThat(lost.exitCode()).isEqualTo(2);
            assertThat(lost.output())
                    .contains("Tandem does not start. The database 127.0.0.1:" + port.trim() + "/nowhere")
                    .contains("database.uri")
                    .doesNotContain(password)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_server_that_waits_for_its_database_says_so_and_can_be_stopped() {
        String uri = "postgresql://tandem:secret@127.0.0.1:1/tandem";
        try (TandemProcess waiting = TandemProcess.start(data, Map.of("TANDEM_DATABASE_URI", uri))) {
            waiting.hasSaid("Waiting up to 30 s for the database 127.0.0.1:1/tandem");
            assertThat(waiting.terminate().exitCode()).isZero();
            assertThat(waiting.output()).doesNotContain("secret").doesNotContain("\tat ");
        }
    }

    @Test
    void a_setting_that_does_not_exist_is_named() {
        try (TandemProcess wrong = TandemProcess.start(data, Map.of("TANDEM_LIMITS_MESSAGE_BITES", "7"))) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.output())
                    .contains("TANDEM_LIMITS_MESSAGE_BITES")
                    .contains("TANDEM_LIMITS_MESSAGE_BYTES")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_server_told_to_stop_says_goodbye_and_takes_its_database_along() {
        Person ada = Person.register(running(), "Ada");
        LiveClient socket = ada.opens(ada.createWorkspace("Pier"));
        ProcessHandle postgres = TandemProcess.postgres(data).orElseThrow();
        tandem.terminate();
        assertThat(socket.next("goodbye")
                        .path("data")
                        .path("reconnect_after_ms")
                        .isIntegralNumber())
                .isTrue();
        assertThat(socket.closeCode()).isEqualTo(1012);
        assertThat(tandem.exitCode()).isZero();
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(tandem.output()).doesNotContain("\tat ");
    }
}
