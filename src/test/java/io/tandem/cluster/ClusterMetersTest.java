package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Scrape;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two instances tell of each other and of the way between them. */
@WithDatabase
class ClusterMetersTest {

    private static final String TOKEN = "only-for-prometheus";
    private static final String DELIVERIES = "tandem_live_delivery_seconds_count";

    private TestRedis redis;
    private Town town;

    @BeforeEach
    void start(TestDatabase database) {
        redis = TestRedis.start();
        town = new Town(database, Map.of("redis.uri", redis.uri(), "metrics.token", TOKEN)).meet();
        makeEverybodyAdministrator(database);
    }

    private static void makeEverybodyAdministrator(TestDatabase database) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run("UPDATE accounts_user SET admin = true");
        }
    }

    @AfterEach
    void stop() {
        town.close();
        redis.close();
    }

    private static Scrape scrape(TandemServer server) {
        return Scrape.of(server.url("/metrics"), "Authorization", "Bearer " + TOKEN);
    }

    private static String redisAt(TandemServer server) {
        return server.stranger().get("/health").expect(200).path("redis").asText();
    }

    private JsonNode instance(int number) {
        return town.ada.get("/api/admin/websocket/stats").expect(200).at("/instances/" + number);
    }

    @Test
    void the_stats_name_every_instance_with_its_sockets() {
        try (LiveClient there = town.listenOnTwo()) {
            Town.until(() -> instance(1).path("connections").asInt() == 1);
            assertThat(instance(0).path("node").asText()).isEqualTo("one");
            assertThat(instance(0).path("self").asBoolean()).isTrue();
            assertThat(instance(1).path("node").asText()).isEqualTo("two");
            assertThat(instance(1).path("self").asBoolean()).isFalse();
            assertThat(there.settle()).isEmpty();
        }
    }

    @Test
    void what_comes_over_redis_is_counted_and_timed_from_the_other_instances_commit() {
        Town.until(() -> redisAt(town.one).equals("up") && redisAt(town.two).equals("up"));
        try (LiveClient there = town.listenOnTwo()) {
            double before = scrape(town.two).value(DELIVERIES);
            for (int i = 0; i < 10; i++) town.create("Task " + i);
            for (int i = 0; i < 10; i++) there.next("task.created");
            Scrape two = Scrape.until(() -> scrape(town.two), now -> now.value(DELIVERIES) == before + 10);
            assertThat(two.value("tandem_journal_events_total{source=\"redis\"}"))
                    .isPositive();
            assertThat(two.value("tandem_redis_received_total")).isPositive();
            assertThat(two.value("tandem_redis_up")).isEqualTo(1);
            assertThat(two.value("tandem_redis_beat_seconds_count")).isPositive();
            assertThat(two.value("tandem_cluster_instances")).isEqualTo(2);
            assertThat(scrape(town.one).value("tandem_redis_published_total")).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void a_redis_that_goes_away_is_seen() {
        Town.until(() -> redisAt(town.two).equals("up"));
        redis.kill();
        Town.until(() -> redisAt(town.two).equals("away"));
        assertThat(scrape(town.two).value("tandem_redis_up")).isZero();
        town.two.stranger().get("/health/ready").expect(200);
        try (LiveClient there = town.listenOnTwo()) {
            town.create("Polled");
            there.next("task.created");
            assertThat(scrape(town.two).value("tandem_journal_events_total{source=\"poll\"}"))
                    .isPositive();
        }
    }
}
