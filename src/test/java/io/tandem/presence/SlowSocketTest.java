package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.Scrape;
import io.tandem.testing.StalledClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is there is the first thing a slow socket is not told. */
@WithDatabase
class SlowSocketTest {

    private static final int TASKS = 510;
    private static final String TOKEN = "only-for-prometheus";

    @Test
    void who_does_not_read_is_left_out_and_told_everything_later(TestDatabase database) {
        Map<String, String> settings = Map.of("limits.socket_buffer_bytes", "65536", "metrics.token", TOKEN);
        try (TandemServer server = TandemServer.start(database, settings)) {
            Person ada = server.register("Ada");
            Person grace = server.register("Grace");
            UUID workspace = ada.createWorkspace("Busy");
            ada.invites(grace, workspace, "member");
            try (StalledClient stalled = StalledClient.open(server.url(""), workspace, ada.token());
                    LiveClient author = ada.opens(workspace)) {
                fill(author, workspace);
                grace.opens(workspace);
                author.aside(message -> isAbout(message, "presence.user_joined", grace));
                assertThat(skipped(server)).isPositive();
                JsonNode first = stalled.read();
                while (!isPresenceOf(first, "Grace")) first = stalled.read();
                assertThat(first.path("type").asText()).isEqualTo("presence.update");
                assertThat(first.path("data").path("full").asBoolean()).isTrue();
                assertThat(first.path("data").path("people"))
                        .extracting(person -> person.path("name").asText())
                        .containsExactlyInAnyOrder("Ada", "Grace");
            }
        }
    }

    private static boolean isAbout(JsonNode message, String type, Person who) {
        return message.path("type").asText().equals(type)
                && message.path("data").path("user_id").asText().equals(who.id().toString());
    }

    private static boolean isPresenceOf(JsonNode message, String name) {
        return message.path("type").asText().startsWith("presence.")
                && message.toString().contains("\"" + name + "\"");
    }

    private static void fill(LiveClient author, UUID workspace) {
        String text = "x".repeat(12_000);
        for (int i = 0; i < TASKS; i++) {
            author.command("task.create", "op" + i, workspace, Map.of("title", "T" + i, "description", text));
            if (i % 30 == 29) for (int acks = 0; acks < 30; acks++) author.next("ack");
        }
    }

    private static double skipped(TandemServer server) {
        return Scrape.of(server.url("/metrics"), "Authorization", "Bearer " + TOKEN)
                .values()
                .getOrDefault("tandem_presence_skipped_total", 0.0);
    }
}
