package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.cluster.ClusterVerticle;
import io.tandem.platform.Bus;
import io.tandem.platform.Configuration;
import io.tandem.platform.Meters;
import io.tandem.presence.PresenceStore.Placed;
import io.tandem.testing.Patience;
import io.tandem.testing.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of presence does, with a real Redis behind one of them. */
class PresenceStoreTest {

    private static final String HERE = "here/2026-11-21T09:00:00Z";
    private static final String THERE = "there.org/2026-11-21T09:00:00.123Z";

    private static TestRedis redis;
    private static Vertx vertx;
    private static PresenceStore shared;

    private final UUID workspace = UUID.randomUUID();

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        vertx = Vertx.vertx();
        Bus.prepare(vertx);
        Map<String, String> environment = Map.of("TANDEM_REDIS_URI", redis.uri(), "TANDEM_REDIS_PREFIX", "office:");
        var settings = await(Configuration.load(vertx, Optional.empty(), environment));
        Meters meters = new Meters();
        Bus bus = new Bus(vertx, 5, meters);
        await(vertx.deployVerticle(new ClusterVerticle(bus, settings, meters, Instant.EPOCH, List.of())));
        shared = new RedisPresenceStore(bus);
        Patience.until(() -> shared.all(UUID.randomUUID()).otherwiseEmpty(), all -> await(all) != null);
    }

    @AfterAll
    static void stop() {
        await(vertx.close());
        redis.close();
    }

    static Stream<PresenceStore> stores() {
        return Stream.of(new MemoryPresenceStore(), shared);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Entry entry(int connection, long revision) {
        Instant since = Instant.parse("2026-11-21T09:00:00.001Z");
        return new Entry(
                new UUID(0, connection),
                new UUID(1, connection),
                "Ada \"Countess\" Lovelace",
                Status.DO_NOT_DISTURB,
                false,
                connection == 2 ? new UUID(2, 2) : null,
                since,
                revision);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_put_is_there_as_it_was(PresenceStore store) {
        await(store.put(workspace, HERE, List.of(entry(1, 1), entry(2, 2))));
        await(store.put(workspace, THERE, List.of(entry(1, 3))));
        assertThat(await(store.all(workspace)))
                .containsExactlyInAnyOrder(
                        new Placed(HERE, entry(1, 1)), new Placed(HERE, entry(2, 2)), new Placed(THERE, entry(1, 3)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_put_again_takes_the_place_of_what_was_there(PresenceStore store) {
        await(store.put(workspace, HERE, List.of(entry(1, 1))));
        await(store.put(workspace, HERE, List.of(entry(1, 2))));
        assertThat(await(store.all(workspace))).containsExactly(new Placed(HERE, entry(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_removed_is_gone_and_nothing_else(PresenceStore store) {
        await(store.put(workspace, HERE, List.of(entry(1, 1), entry(2, 1))));
        await(store.put(workspace, THERE, List.of(entry(1, 1))));
        await(store.remove(workspace, HERE, List.of(entry(1, 1).connectionId())));
        await(store.remove(workspace, HERE, List.of()));
        await(store.remove(workspace, HERE, List.of(UUID.randomUUID())));
        assertThat(await(store.all(workspace)))
                .containsExactlyInAnyOrder(new Placed(HERE, entry(2, 1)), new Placed(THERE, entry(1, 1)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_workspace_has_only_its_own(PresenceStore store) {
        await(store.put(UUID.randomUUID(), HERE, List.of(entry(1, 1))));
        assertThat(await(store.all(workspace))).isEmpty();
    }

    @Test
    void in_redis_it_ends_by_itself_and_garbage_is_nobody() {
        String key = "office:workspace:" + workspace + ":presence";
        await(shared.put(workspace, HERE, List.of(entry(1, 1))));
        assertThat(Integer.parseInt(String.valueOf(redis.ask("TTL", key))))
                .isBetween(RedisPresenceStore.KEPT_SECONDS - 5, RedisPresenceStore.KEPT_SECONDS);
        redis.ask("HSET", key, "nonsense", "{}", HERE + "/" + UUID.randomUUID(), "nonsense");
        assertThat(await(shared.all(workspace))).containsExactly(new Placed(HERE, entry(1, 1)));
    }
}
