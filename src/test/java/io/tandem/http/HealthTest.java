package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Migrations;
import io.tandem.testing.MortalPostgres;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithDatabase
class HealthTest {

    @Test
    void it_says_what_is_well_who_it_is_and_that_there_is_no_redis(TestDatabase database) {
        try (TandemServer server = TandemServer.start(database, Map.of("node.id", "attic"))) {
            JsonNode health = server.stranger().get("/health").expect(200);
            assertThat(health.path("status").asText()).isEqualTo("up");
            assertThat(health.path("database").asText()).isEqualTo("up");
            assertThat(health.path("redis").asText()).isEqualTo("none");
            assertThat(health.path("version").asText()).isNotEmpty();
            assertThat(health.path("node").asText()).isEqualTo("attic");
        }
    }

    @Test
    void a_redis_that_is_away_makes_nobody_unready(TestDatabase database) {
        try (TandemServer server = TandemServer.start(database, Map.of("redis.uri", "redis://127.0.0.1:1"))) {
            JsonNode health = server.stranger().get("/health").expect(200);
            while (!health.path("redis").asText().equals("away"))
                health = server.stranger().get("/health").expect(200);
            assertThat(health.path("status").asText()).isEqualTo("up");
            server.stranger().get("/health/ready").expect(200);
        }
    }

    @Test
    void without_its_database_it_lives_and_is_not_ready(@TempDir Path folder) throws IOException {
        try (MortalPostgres postgres = MortalPostgres.start(folder.toRealPath().resolve("data"))) {
            Migrations.run(postgres.uri());
            try (TandemServer server = TandemServer.start(new TestDatabase(postgres.uri()))) {
                server.stranger().get("/health/ready").expect(200);
                postgres.kill();
                JsonNode health = server.stranger().get("/health").expect(503);
                assertThat(List.of(
                                health.path("status").asText(),
                                health.path("database").asText()))
                        .containsOnly("down");
                assertThat(server.stranger().get("/health/ready").refused(503)).isEqualTo("unavailable");
                server.stranger().get("/health/live").expect(200);
            }
        }
    }
}
