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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who reads slowly holds up nobody, costs no queue, and still misses nothing. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowReaderTest {

    private static final int TASKS = 1_200;

    private TandemServer server;

    @BeforeAll
    void start(TestDatabase database) {
        server =
                TandemServer.start(database, Map.of("limits.socket_buffer_bytes", "65536", "limits.ring_events", "32"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_stalled_socket_is_set_behind_and_catches_up_from_the_log() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Busy");
        long start = ada.snapshot(workspace).path("seq").asLong();
        try (StalledClient stalled = StalledClient.open(server.url(""), workspace, ada.token());
                LiveClient author = ada.opens(workspace)) {
            String text = "x".repeat(8_000);
            for (int i = 0; i < TASKS; i++) {
                author.command("task.create", "op" + i, workspace, Map.of("title", "T" + i, "description", text));
                if (i % 30 == 29) for (int acks = 0; acks < 30; acks++) author.next("ack");
            }
            long expected = start;
            for (JsonNode message = stalled.read(); expected < start + TASKS; message = stalled.read()) {
                if (message.path("type").asText().equals("task.created")) {
                    assertThat(message.path("seq").asLong()).isEqualTo(++expected);
                }
                if (expected == start + TASKS) break;
            }
        }
    }
}
