package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances and a Redis between them. Where nothing else is said they poll once a minute, so only Redis can have told. */
@WithDatabase
class ClusterTest {

    private static final String NEVER = "60000";

    private TestDatabase database;
    private TestRedis redis;

    @BeforeEach
    void start(TestDatabase own) {
        database = own;
        redis = TestRedis.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private Map<String, String> overRedisAlone(String... more) {
        Map<String, String> settings = new java.util.HashMap<>(
                Map.of("redis.uri", redis.uri(), "journal.poll_ms", NEVER, "journal.poll_healthy_ms", NEVER));
        for (int i = 0; i < more.length; i += 2) settings.put(more[i], more[i + 1]);
        return settings;
    }

    private static void hears(LiveClient socket, JsonNode task) {
        assertThat(socket.next("task.created").path("data").path("id")).isEqualTo(task.path("id"));
    }

    @Test
    void what_one_instance_commits_the_other_tells() {
        try (Town town = new Town(database, overRedisAlone()).meet()) {
            LiveClient socket = town.listenOnTwo();
            for (int i = 0; i < 50; i++) hears(socket, town.create("Task " + i));
            town.ada.post("/api/tasks", Map.of("title", "Personal")).expect(201);
            assertThat(socket.next("task.created").path("workspace_id").isNull())
                    .isTrue();
        }
    }

    @Test
    void both_may_commit_to_one_workspace_at_once() {
        try (Town town = new Town(database, overRedisAlone()).meet()) {
            LiveClient there = town.listenOnTwo();
            LiveClient here = town.ada.opens(town.workspace);
            long start = town.ada.snapshot(town.workspace).path("seq").asLong();
            for (int i = 0; i < 40; i++) {
                here.command("task.create", "here" + i, town.workspace, Map.of("title", "Here"));
                there.command("task.create", "there" + i, town.workspace, Map.of("title", "There"));
            }
            for (LiveClient socket : List.of(here, there)) {
                for (long seq = start + 1; seq <= start + 80; seq++)
                    assertThat(socket.next().path("seq").asLong()).isEqualTo(seq);
            }
        }
    }

    @Test
    void a_sign_out_here_shows_at_once_there() {
        try (Town town = new Town(database, overRedisAlone()).meet()) {
            LiveClient socket = town.listenOnTwo();
            town.ada.at(town.two).get("/api/me").expect(200);
            town.ada.post("/api/auth/logout", Map.of()).expect(204);
            assertThat(socket.closeCode()).isEqualTo(4401);
            Town.until(() -> town.ada.at(town.two).get("/api/me").status() == 401);
        }
    }

    @Test
    void a_redis_that_comes_back_carries_again() {
        try (Town town = new Town(database, overRedisAlone()).meet()) {
            LiveClient socket = town.listenOnTwo();
            hears(socket, town.create("Before"));
            for (int i = 0; i < 2; i++) {
                redis.restart();
                hasSubscribers(town, 1);
                town.carries(socket);
            }
        }
    }

    private void hasSubscribers(Town town, int count) {
        String channel = "workspace:" + town.workspace + ":events";
        Town.until(() -> redis.ask("PUBSUB", "NUMSUB", channel) instanceof List<?> answer
                && Integer.parseInt(Objects.toString(answer.get(1))) == count);
    }

    @Test
    void without_redis_the_poll_finds_everything() {
        Map<String, String> polling = Map.of("redis.uri", redis.uri(), "journal.poll_ms", "100");
        try (Town town = new Town(database, polling).meet()) {
            LiveClient socket = town.listenOnTwo();
            hears(socket, town.create("Over Redis"));
            redis.kill();
            for (int i = 0; i < 5; i++) hears(socket, town.create("Without"));
            redis.restart();
            hears(socket, town.create("While it comes back"));
            redis.pause();
            for (int i = 0; i < 5; i++) hears(socket, town.create("While it stands still"));
            redis.resume();
            hears(socket, town.create("And again"));
        }
    }

    @Test
    void what_a_line_that_was_cut_did_not_carry_is_found_soon() {
        try (Town town = new Town(database, overRedisAlone("journal.poll_ms", "100")).meet()) {
            LiveClient socket = town.listenOnTwo();
            for (String lines : List.of("normal", "pubsub", "normal", "pubsub")) {
                redis.ask("CLIENT", "KILL", "TYPE", lines);
                hears(socket, town.create("Cut " + lines));
            }
        }
    }

    @Test
    void two_instances_of_one_name_poll_instead_of_missing_each_other() {
        Map<String, String> twins = Map.of(
                "redis.uri",
                redis.uri(),
                "node.id",
                "twin",
                "journal.poll_ms",
                "100",
                "journal.poll_healthy_ms",
                NEVER);
        try (TandemServer one = TandemServer.start(database, twins);
                TandemServer two = TandemServer.start(database, twins)) {
            Person ada = one.register("Ada");
            UUID workspace = ada.createWorkspace("Shared");
            LiveClient socket = ada.at(two).opens(workspace);
            for (int i = 0; i < 10; i++) hears(socket, ada.createTask(workspace, "Task " + i));
        }
    }

    @Test
    void an_instance_starts_without_its_redis_and_finds_it_later() {
        redis.kill();
        try (Town town = new Town(database, overRedisAlone())) {
            LiveClient socket = town.ada.opens(town.workspace);
            hears(socket, town.create("Alone"));
            assertThat(Town.peers(town.one)).hasSize(1);
            LiveClient there = town.listenOnTwo();
            redis.restart();
            hasSubscribers(town.meet(), 2);
            town.carries(there);
        }
    }

    @Test
    void the_newest_events_are_kept_in_redis_and_who_comes_back_reads_them_there() {
        Map<String, String> settings = overRedisAlone("redis.history_events", "20", "limits.ring_events", "1");
        try (Town town = new Town(database, settings).meet();
                DatabaseSession away = new DatabaseSession(database)) {
            JsonNode before = town.ada.snapshot(town.workspace);
            for (int i = 0; i < 60; i++) town.create("Task " + i);
            long head = before.path("seq").asLong() + 60;
            Town.until(() -> kept(town).getLast().path("seq").asLong() == head);
            assertThat(kept(town)).hasSizeBetween(20, 36);
            JsonNode newest = kept(town).getLast();
            assertThat(newest.path("node").asText()).isEqualTo("one");
            assertThat(newest.path("epoch")).isEqualTo(before.path("epoch"));
            LiveClient warm = town.ada.at(town.two).opens(town.workspace);
            away.run("ALTER TABLE journal_event RENAME TO journal_gone");
            try {
                String since = "&since=" + (head - 20) + "&epoch="
                        + before.path("epoch").asText();
                LiveClient back = town.ada
                        .at(town.two)
                        .connects("/ws/workspace/" + town.workspace + "?token=" + town.ada.token() + since);
                back.next("welcome");
                back.nextSubscribed(null);
                back.nextSubscribed(town.workspace);
                for (long seq = head - 19; seq <= head; seq++)
                    assertThat(back.next("task.created").path("seq").asLong()).isEqualTo(seq);
            } finally {
                away.run("ALTER TABLE journal_gone RENAME TO journal_event");
            }
            warm.cut();
        }
    }

    @Test
    void what_the_history_lacks_or_has_from_another_database_comes_from_the_log() {
        Map<String, String> settings = overRedisAlone("limits.ring_events", "1");
        try (Town town = new Town(database, settings).meet()) {
            JsonNode before = town.ada.snapshot(town.workspace);
            long start = before.path("seq").asLong();
            LiveClient warm = town.listenOnTwo();
            for (int i = 0; i < 10; i++) hears(warm, town.create("Task " + i));
            Town.until(() -> kept(town).getLast().path("seq").asLong() == start + 10);
            String key = "workspace:" + town.workspace + ":messages";
            String hole = String.valueOf(start + 3);
            redis.ask("ZREMRANGEBYSCORE", key, hole, hole);
            assertComeBackHearing(town, before, 10);
            JsonNode foreign = kept(town).getLast();
            String stale = foreign.toString()
                    .replace(foreign.path("epoch").asText(), town.workspace.toString())
                    .replaceFirst("\"seq\":\\d+", "\"seq\":" + hole)
                    .replace("Task 9", "From another database");
            redis.ask("ZADD", key, hole, stale);
            assertComeBackHearing(town, before, 10);
        }
    }

    private static void assertComeBackHearing(Town town, JsonNode before, int tasks) {
        String position = "&since=" + before.path("seq").asLong() + "&epoch="
                + before.path("epoch").asText();
        LiveClient back = town.ada
                .at(town.two)
                .connects("/ws/workspace/" + town.workspace + "?token=" + town.ada.token() + position);
        back.next("welcome");
        back.nextSubscribed(null);
        back.nextSubscribed(town.workspace);
        for (int i = 0; i < tasks; i++) {
            JsonNode event = back.next("task.created");
            assertThat(event.path("seq").asLong()).isEqualTo(before.path("seq").asLong() + 1 + i);
            assertThat(event.path("data").path("title").asText()).isEqualTo("Task " + i);
        }
    }

    private List<JsonNode> kept(Town town) {
        Object messages = redis.ask("ZRANGE", "workspace:" + town.workspace + ":messages", "0", "-1");
        return ((List<?>) Objects.requireNonNull(messages))
                .stream().map(message -> Json.parse(message.toString())).toList();
    }

    @Test
    void what_others_shout_on_the_channels_harms_nobody() {
        try (Town town = new Town(database, overRedisAlone()).meet()) {
            LiveClient socket = town.listenOnTwo();
            String channel = "workspace:" + town.workspace + ":events";
            JsonNode real = town.create("Real");
            hears(socket, real);
            JsonNode kept = kept(town).getLast();
            String forged = kept.toString().replaceFirst("\"seq\":\\d+", "\"seq\":1000000");
            for (String garbage : List.of("", "nonsense", "{}", "{\"type\":\"task.created\"}", "[1]", forged)) {
                redis.ask("PUBLISH", channel, garbage);
                redis.ask("PUBLISH", "tandem:control", garbage);
            }
            redis.ask("PUBLISH", channel, kept.toString());
            redis.ask(
                    "PUBLISH",
                    "tandem:control",
                    Json.encode(Map.of("type", "announced", "node", "x", "address", "tasks.create", "message", "{}")));
            hears(socket, town.create("Still in order"));
            hears(socket, town.create("And on"));
        }
    }
}
