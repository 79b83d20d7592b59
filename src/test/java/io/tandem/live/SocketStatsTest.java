package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.StalledClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an administrator sees of the sockets. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketStatsTest {

    private static final int BIG_TASKS = 100;
    private static final int LOOKS_MAX = 20_000;

    private TandemServer server;
    private Person ada;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("node.id", "attic", "limits.socket_buffer_bytes", "65536", "limits.ring_events", "8"));
        ada = server.register("Ada");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode stats() {
        return ada.get("/api/admin/websocket/stats").expect(200);
    }

    private JsonNode statsUntil(Predicate<JsonNode> fits) {
        JsonNode stats = stats();
        for (int i = 0; i < LOOKS_MAX && !fits.test(stats); i++) stats = stats();
        assertThat(fits.test(stats)).as(stats.toString()).isTrue();
        return stats;
    }

    @Test
    void they_tell_of_this_instance_and_its_sockets() {
        UUID workspace = ada.createWorkspace("Home");
        int before = stats().at("/connections/websocket").asInt();
        try (LiveClient socket = ada.opens(workspace)) {
            ada.createTask(workspace, "Seen");
            socket.until("task.created");
            JsonNode stats = statsUntil(now -> now.path("delivered").asLong() > 0
                    && now.path("subscriptions").asLong() >= 2);
            assertThat(stats.path("node").asText()).isEqualTo("attic");
            assertThat(stats.path("version").asText()).isNotEmpty();
            assertThat(stats.at("/connections/websocket").asInt()).isEqualTo(before + 1);
            assertThat(stats.at("/connections/sockjs").isInt()).isTrue();
            assertThat(stats.at("/delivery_ms/p50").asDouble()).isPositive();
            assertThat(stats.at("/delivery_ms/p99").asDouble())
                    .isGreaterThanOrEqualTo(stats.at("/delivery_ms/p50").asDouble());
            assertThat(stats.path("followed_logs").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(stats.path("instances")).hasSize(1);
            assertThat(stats.at("/instances/0/self").asBoolean()).isTrue();
            assertThat(stats.at("/instances/0/node").asText()).isEqualTo("attic");
        }
        statsUntil(now -> now.at("/connections/websocket").asInt() == before);
    }

    @Test
    void a_socket_that_ends_is_counted_by_its_close_code() {
        UUID workspace = ada.createWorkspace("Home");
        long before = stats().at("/closed/4400").asLong();
        ada.opens(workspace).say("no JSON").closeCode();
        statsUntil(now -> now.at("/closed/4400").asLong() == before + 1);
    }

    @Test
    void a_socket_that_does_not_read_is_behind_until_it_does() {
        UUID workspace = ada.createWorkspace("Busy");
        try (StalledClient stalled = StalledClient.open(server.url(""), workspace, ada.token());
                LiveClient author = ada.opens(workspace)) {
            String text = "x".repeat(40_000);
            for (int i = 0; i < BIG_TASKS; i++) {
                author.command("task.create", "op" + i, workspace, Map.of("title", "T", "description", text))
                        .next("ack");
            }
            statsUntil(now -> now.path("behind").asLong() == 1);
            for (int read = 0; read < BIG_TASKS; ) {
                if (stalled.read().path("type").asText().equals("task.created")) read++;
            }
            statsUntil(now -> now.path("behind").asLong() == 0);
        }
    }
}
