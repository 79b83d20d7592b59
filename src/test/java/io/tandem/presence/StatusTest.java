package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people say of themselves. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusTest {

    private TestDatabase database;
    private TandemServer server;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String status(Person who) {
        return who.get("/api/me/status").expect(200).path("status").asText();
    }

    @Test
    void whoever_says_nothing_is_available() {
        Person ada = server.register("Ada");
        assertThat(status(ada)).isEqualTo("available");
        assertThat(ada.get("/api/me/snapshot").expect(200).path("status").asText())
                .isEqualTo("available");
    }

    @Test
    void it_holds_on_every_device_and_over_a_restart() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Shared");
        LiveClient socket = ada.opens(workspace);
        socket.command("status", "s", null, Map.of("status", "do_not_disturb"));
        JsonNode ack = socket.next("ack");
        assertThat(ack.path("data").toString()).isEqualTo("{\"status\":\"do_not_disturb\"}");
        assertThat(status(ada.elsewhere())).isEqualTo("do_not_disturb");
        try (TandemServer again = TandemServer.start(database)) {
            Person there = ada.at(again);
            assertThat(status(there)).isEqualTo("do_not_disturb");
            LiveClient watching = there.opens(workspace);
            there.opens(workspace);
            JsonNode joined = watching.aside("presence.user_joined").path("data");
            assertThat(joined.path("status").asText()).isEqualTo("do_not_disturb");
        }
    }

    @Test
    void a_change_is_one_event_of_the_own_log_and_no_change_is_none() {
        Person ada = server.register("Ada");
        JsonNode before = ada.get("/api/me/snapshot").expect(200);
        for (int i = 0; i < 2; i++)
            ada.put("/api/me/status", Map.of("status", "away")).expect(200);
        JsonNode events = ada.get("/api/me/events?since=" + before.path("seq").asLong())
                .expect(200)
                .path("events");
        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("type").asText()).isEqualTo("user.status_changed");
        assertThat(event.path("changes").toString()).isEqualTo("{\"status\":{\"from\":\"available\",\"to\":\"away\"}}");
        JsonNode after = ada.get("/api/me/snapshot").expect(200);
        assertThat(after.path("status")).isEqualTo(event.path("data").path("status"));
        assertThat(after.path("seq")).isEqualTo(event.path("seq"));
    }

    @Test
    void there_is_no_other_word_for_it() {
        Person ada = server.register("Ada");
        assertThat(ada.put("/api/me/status", Map.of("status", "busy")).refused(422))
                .isEqualTo("validation_failed");
        assertThat(status(ada)).isEqualTo("available");
    }
}
