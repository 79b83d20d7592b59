package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.Person;
import io.tandem.testing.StalledClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who talks and never listens gets no memory of the server, and no place at its table for ever. */
@WithDatabase
class DeafClientTest {

    private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";

    @Test
    void who_reads_no_answers_is_read_from_no_more_and_then_cut_off(TestDatabase database) throws Exception {
        Map<String, String> settings = Map.of("live.heartbeat_seconds", "1", "limits.heartbeat_timeout_seconds", "4");
        try (TandemServer server = TandemServer.start(database, settings)) {
            Person ada = server.register("Ada");
            UUID workspace = ada.createWorkspace("Shared");
            try (StalledClient deaf = StalledClient.open(server.url(""), workspace, ada.token())) {
                assertThat(deaf.saysUntilUnheard(HEARTBEAT)).isTrue();
                assertThat(deaf.saysUntilCutOff(HEARTBEAT)).isTrue();
            }
        }
    }
}
