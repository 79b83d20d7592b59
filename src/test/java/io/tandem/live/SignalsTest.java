package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Ids;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal that is wrong is refused by its id, and the socket stays. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsTest {

    private TandemServer server;
    private Person ada;
    private UUID own;
    private UUID foreign;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        own = ada.createWorkspace("Own");
        foreign = server.register("Mallory").createWorkspace("Foreign");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"heartbeat\",\"id\":\"s\",\"active\":\"no\"}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"data\":{\"task_id\":null}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"nonsense\",\"data\":{\"task_id\":null}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\"}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":[]}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":7}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":null,\"nope\":1}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":null}}",
                "{\"type\":\"viewing\",\"id\":\"s\",\"workspace_id\":\"@foreign@\",\"data\":{\"task_id\":\"@unknown@\"}}",
                "{\"type\":\"typing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{}}",
                "{\"type\":\"typing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":\"@unknown@\",\"field\":\"title\"}}",
                "{\"type\":\"typing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":\"@unknown@\",\"field\":\"rank\",\"active\":true}}",
                "{\"type\":\"typing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":\"@unknown@\",\"field\":\"title\",\"active\":\"yes\"}}",
                "{\"type\":\"typing\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"data\":{\"task_id\":\"@unknown@\",\"field\":\"title\",\"active\":true}}"
            })
    void a_wrong_signal_gets_an_error_and_the_socket_stays(String text) {
        String signal = text.replace("@own@", own.toString())
                .replace("@foreign@", foreign.toString())
                .replace("@unknown@", Ids.next().toString());
        try (LiveClient socket = ada.connects("/ws?token=" + ada.token())) {
            socket.until("subscribed");
            JsonNode error = socket.say(signal).next("error");
            assertThat(error.path("id").asText()).isEqualTo("s");
            assertThat(error.path("code").asText()).isIn("validation_failed", "not_found");
            assertThat(socket.settle()).isEmpty();
        }
    }
}
