package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever comes back gets exactly what they missed, or is told that it is gone. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeTest {

    private static final int RING = 16;
    private static final int REPLAY_MAX = 200;

    private TandemServer server;
    private Person ada;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database,
                Map.of(
                        "limits.ring_events", String.valueOf(RING),
                        "limits.replay_events", String.valueOf(REPLAY_MAX),
                        "limits.read_batch", "50"));
        ada = server.register("Ada");
    }

    @BeforeEach
    void create() {
        workspace = ada.createWorkspace("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private LiveClient comesBack(long since, String epoch) {
        LiveClient socket = ada.connects(
                "/ws/workspace/" + workspace + "?token=" + ada.token() + "&since=" + since + "&epoch=" + epoch);
        socket.next("welcome");
        socket.nextSubscribed(null);
        return socket;
    }

    private static List<Long> seqs(LiveClient socket, long upTo) {
        List<Long> seqs = new ArrayList<>();
        while (seqs.isEmpty() || seqs.getLast() < upTo)
            seqs.add(socket.next().path("seq").asLong());
        return seqs;
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void a_client_cut_off_in_mid_burst_has_every_event_once_and_in_order() {
        JsonNode before = ada.snapshot(workspace);
        long start = before.path("seq").asLong();
        String epoch = before.path("epoch").asText();
        Thread burst = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 120; i++) ada.createTask(workspace, "Task " + i);
        });
        List<Long> heard = new ArrayList<>();
        long position = start;
        while (position < start + 120) {
            LiveClient socket = comesBack(position, epoch);
            assertThat(socket.nextSubscribed(workspace).path("recovered").asBoolean())
                    .isTrue();
            for (int i = 0; i < 17 && position < start + 120; i++) {
                position = socket.next("task.created").path("seq").asLong();
                heard.add(position);
            }
            socket.cut();
        }
        assertThat(burst.isAlive() && position < start + 120).isFalse();
        assertThat(heard).isEqualTo(from(start + 1, start + 120));
    }

    @Test
    void what_the_ring_no_longer_holds_comes_from_the_log() {
        JsonNode before = ada.snapshot(workspace);
        long start = before.path("seq").asLong();
        for (int i = 0; i < RING * 5; i++) ada.createTask(workspace, "Task " + i);
        LiveClient socket = comesBack(start, before.path("epoch").asText());
        socket.nextSubscribed(workspace);
        assertThat(seqs(socket, start + RING * 5)).isEqualTo(from(start + 1, start + RING * 5));
        ada.createTask(workspace, "Live again");
        assertThat(socket.next().path("seq").asLong()).isEqualTo(start + RING * 5 + 1);
    }

    @Test
    void who_was_away_too_long_is_told_to_take_a_snapshot() {
        JsonNode before = ada.snapshot(workspace);
        LiveClient author = ada.opens(workspace);
        for (int i = 0; i <= REPLAY_MAX; i++) {
            author.command("task.create", "op-" + workspace + i, workspace, Map.of("title", "Task " + i));
        }
        for (int i = 0; i <= REPLAY_MAX; i++) author.next("ack");
        LiveClient socket =
                comesBack(before.path("seq").asLong(), before.path("epoch").asText());
        assertThat(socket.nextSubscribed(workspace).path("recovered").asBoolean())
                .isFalse();
        JsonNode resync = socket.next("resync");
        JsonNode fresh = ada.snapshot(workspace);
        assertThat(resync.path("seq")).isEqualTo(fresh.path("seq"));
        assertThat(resync.path("epoch")).isEqualTo(fresh.path("epoch"));
    }

    @Test
    void numbers_of_another_epoch_mean_nothing() {
        long seq = ada.snapshot(workspace).path("seq").asLong();
        LiveClient socket = comesBack(seq, UUID.randomUUID().toString());
        assertThat(socket.nextSubscribed(workspace).path("recovered").asBoolean())
                .isFalse();
        socket.next("resync");
    }

    @Test
    void a_position_in_the_future_is_refused() {
        JsonNode now = ada.snapshot(workspace);
        LiveClient socket =
                comesBack(now.path("seq").asLong() + 1_000, now.path("epoch").asText());
        assertThat(socket.nextSubscribed(workspace).path("recovered").asBoolean())
                .isFalse();
        socket.next("resync");
    }

    @Test
    void a_snapshot_that_is_newer_than_the_socket_misses_nothing() {
        LiveClient socket = ada.opens(workspace);
        for (int round = 0; round < 20; round++) {
            ada.createTask(workspace, "Before " + round);
            JsonNode snapshot = ada.snapshot(workspace);
            long seq = snapshot.path("seq").asLong();
            socket.say(Map.of(
                    "type",
                    "subscribe",
                    "id",
                    "s" + round,
                    "workspace_id",
                    workspace,
                    "since",
                    seq,
                    "epoch",
                    snapshot.path("epoch").asText()));
            assertThat(socket.until("subscribed").path("recovered").asBoolean()).isTrue();
            ada.createTask(workspace, "After " + round);
            assertThat(socket.next("task.created").path("seq").asLong()).isEqualTo(seq + 1);
        }
    }

    @Test
    void catching_up_over_http_gives_the_same_messages() {
        LiveClient socket = ada.opens(workspace);
        JsonNode before = ada.snapshot(workspace);
        ada.createTask(workspace, "One");
        ada.createTask(workspace, "Two");
        String query = "?since=" + before.path("seq") + "&epoch="
                + before.path("epoch").asText();
        JsonNode events =
                ada.get("/api/workspaces/" + workspace + "/events" + query).expect(200);
        assertThat(events.path("events").get(0)).isEqualTo(socket.next());
        assertThat(events.path("events").get(1)).isEqualTo(socket.next());
        assertThat(events.path("seq").asLong()).isEqualTo(before.path("seq").asLong() + 2);
    }

    @Test
    void catching_up_over_http_from_nowhere_says_resync() {
        String path = "/api/workspaces/" + workspace + "/events?since=1&epoch=" + UUID.randomUUID();
        assertThat(ada.get(path).refused(410)).isEqualTo("resync");
    }

    @Test
    void the_own_log_resumes_too() {
        JsonNode mine = ada.get("/api/me/snapshot").expect(200);
        ada.post("/api/tasks", Map.of("title", "While away")).expect(201);
        LiveClient socket = ada.connects("/ws?token=" + ada.token() + "&me_since=" + mine.path("seq") + "&me_epoch="
                + mine.path("epoch").asText());
        socket.next("welcome");
        assertThat(socket.nextSubscribed(null).path("recovered").asBoolean()).isTrue();
        assertThat(socket.next("task.created").path("data").path("title").asText())
                .isEqualTo("While away");
    }
}
