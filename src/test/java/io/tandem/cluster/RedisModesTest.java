package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Redis with sentinels, and a Redis cluster. The instances poll once a minute, so only Redis can have told. */
@WithDatabase
class RedisModesTest {

    private static final int SHARDED_SINCE = 7;
    private static final int NODES = 3;

    private static Map<String, String> settings(String mode, String uris) {
        return Map.of(
                "redis.uri", uris, "redis.mode", mode, "journal.poll_ms", "60000", "journal.poll_healthy_ms", "60000");
    }

    private static void hears(LiveClient socket, JsonNode task) {
        assertThat(socket.next("task.created").path("data").path("id")).isEqualTo(task.path("id"));
    }

    private static String channel(Town town) {
        return "workspace:" + town.workspace + ":events";
    }

    private static void hasSubscriber(TestRedis redis, String command, String channel) {
        Town.until(() -> {
            try {
                return redis.ask("PUBSUB", command, channel) instanceof List<?> answer
                        && answer.size() == 2
                        && Objects.toString(answer.get(1)).equals("1");
            } catch (UncheckedIOException cutOff) {
                // A sentinel ends all connections of a server whose role it changes.
                return false;
            }
        });
    }

    @Test
    void the_sentinels_name_another_master_and_it_goes_on(TestDatabase database) {
        try (TestRedis master = TestRedis.start();
                TestRedis replica = TestRedis.start("replicaof 127.0.0.1 " + master.port());
                TestRedis sentinel = TestRedis.sentinel(
                        "sentinel monitor office 127.0.0.1 " + master.port() + " 1",
                        "sentinel down-after-milliseconds office 500",
                        "sentinel failover-timeout office 5000")) {
            Map<String, String> settings = new java.util.HashMap<>(settings("sentinel", sentinel.uri()));
            settings.put("redis.master", "office");
            Town.until(() -> String.valueOf(replica.ask("INFO", "replication")).contains("master_link_status:up"));
            Town.until(() -> String.valueOf(sentinel.ask("SENTINEL", "replicas", "office"))
                    .contains(String.valueOf(replica.port())));
            try (Town town = new Town(database, settings).meet()) {
                LiveClient socket = town.listenOnTwo();
                hears(socket, town.create("Over the first"));
                master.kill();
                hasSubscriber(replica, "NUMSUB", channel(town));
                town.carries(socket);
            }
        }
    }

    @Test
    void in_a_cluster_each_channel_has_its_server(TestDatabase database) {
        assumeTrue(
                Integer.parseInt(TestRedis.version().split("\\.")[0]) >= SHARDED_SINCE,
                "Sharded channels need Redis 7; this is " + TestRedis.version());
        List<TestRedis> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < NODES; i++)
                nodes.add(TestRedis.start("cluster-enabled yes", "cluster-node-timeout 2000"));
            join(nodes);
            String uris = nodes.stream().limit(2).map(TestRedis::uri).collect(Collectors.joining(","));
            try (Town town = new Town(database, settings("cluster", uris)).meet()) {
                LiveClient socket = town.listenOnTwo();
                hears(socket, town.create("In its place"));
                TestRedis home = nodes.get(home(nodes, Slot.of(channel(town))));
                hasSubscriber(home, "SHARDNUMSUB", channel(town));
                TestRedis next = nodes.get((nodes.indexOf(home) + 1) % NODES);
                move(nodes, Slot.of(channel(town)), next);
                hasSubscriber(next, "SHARDNUMSUB", channel(town));
                town.carries(socket);
                seesWhoComesThere(town);
            }
        } finally {
            nodes.forEach(TestRedis::close);
        }
    }

    private static void seesWhoComesThere(Town town) {
        Person grace = town.two.register("Grace");
        town.ada.invites(grace.at(town.one), town.workspace, "member");
        LiveClient here = town.ada.opens(town.workspace);
        grace.opens(town.workspace);
        here.aside(message -> message.path("type").asText().equals("presence.user_joined")
                && message.path("data")
                        .path("user_id")
                        .asText()
                        .equals(grace.id().toString()));
    }

    private static void join(List<TestRedis> nodes) {
        int share = Slot.COUNT / NODES;
        for (int i = 0; i < NODES; i++) {
            int last = i == NODES - 1 ? Slot.COUNT - 1 : (i + 1) * share - 1;
            nodes.get(i).ask("CLUSTER", "ADDSLOTSRANGE", String.valueOf(i * share), String.valueOf(last));
            nodes.get(0)
                    .ask(
                            "CLUSTER",
                            "MEET",
                            "127.0.0.1",
                            String.valueOf(nodes.get(i).port()));
        }
        Town.until(() -> nodes.stream()
                .allMatch(node -> String.valueOf(node.ask("CLUSTER", "INFO")).contains("cluster_state:ok")
                        && String.valueOf(node.ask("CLUSTER", "INFO")).contains("cluster_known_nodes:3")));
    }

    private static int home(List<TestRedis> nodes, int slot) {
        return Math.min(NODES - 1, slot / (Slot.COUNT / nodes.size()));
    }

    private static void move(List<TestRedis> nodes, int slot, TestRedis to) {
        String id = String.valueOf(to.ask("CLUSTER", "MYID"));
        to.ask("CLUSTER", "SETSLOT", String.valueOf(slot), "NODE", id);
        nodes.forEach(node -> node.ask("CLUSTER", "SETSLOT", String.valueOf(slot), "NODE", id));
    }
}
