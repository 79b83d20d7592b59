package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sockets that do not say who they are. */
@WithDatabase
class StrangersTest {

    @Test
    void one_address_has_only_so_many_of_them_and_people_who_are_known_do_not_count(TestDatabase database) {
        Map<String, String> settings = Map.of("limits.unauthenticated_per_address", "3", "limits.auth_seconds", "600");
        try (TandemServer server = TandemServer.start(database, settings)) {
            Person ada = server.register("Ada");
            for (int i = 0; i < 20; i++)
                ada.connects("/ws?token=" + ada.token()).next("welcome");
            List<LiveClient> silent = new ArrayList<>();
            // Each event loop counts by itself.
            int enough = 3 * Runtime.getRuntime().availableProcessors() + 1;
            for (int i = 0; i < 2 * enough; i++) silent.add(server.stranger().connects("/ws"));
            assertThat(silent.getLast().closeCode()).isEqualTo(4429);
            silent.forEach(LiveClient::cut);
        }
    }
}
