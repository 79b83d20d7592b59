package io.tandem.faults;

import io.tandem.testing.FaultyProxy;
import io.tandem.testing.LoadBalancer;
import io.tandem.testing.MortalPostgres;
import io.tandem.testing.Ports;
import io.tandem.testing.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two instances as real processes on one PostgreSQL and one Redis, behind a load balancer. People reach it through two
 * proxies: one for everybody, and a narrow one for those whose connection is slow.
 */
final class Site implements AutoCloseable {

    private static final int NARROW_BYTES = 4_096;

    /**
     * Small buffers, so that a few seconds of not reading are enough to fall behind, to the ring, the log and resync; as long
     * a notice as the load balancer needs to see that the other instance is back.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "TANDEM_DATABASE_POOL_SIZE", "8",
            "TANDEM_LIMITS_SOCKET_BUFFER_BYTES", "16384",
            "TANDEM_LIMITS_RING_EVENTS", "64",
            "TANDEM_LIMITS_REPLAY_EVENTS", "12",
            "TANDEM_SHUTDOWN_NOTICE_MS", "1500",
            "TANDEM_SHUTDOWN_TIMEOUT_SECONDS", "15");

    private final MortalPostgres postgres;
    private final TestRedis redis;
    private final List<Node> nodes;
    private final LoadBalancer balancer;
    private final FaultyProxy edge;
    private final FaultyProxy narrow;

    private Site(Path folder) throws IOException {
        Files.createDirectories(folder);
        postgres = MortalPostgres.start(folder.resolve("database"));
        redis = TestRedis.start();
        nodes = List.of(node(folder, "north"), node(folder, "south"));
        nodes.forEach(Node::awaitReady);
        balancer =
                LoadBalancer.inFrontOf(nodes.getFirst().url(), nodes.getLast().url(), folder.resolve("balancer"));
        edge = FaultyProxy.to(balancer.url());
        narrow = FaultyProxy.narrow(NARROW_BYTES, balancer.url());
    }

    /** @param folder for data, kept from run to run, and the output of the instances */
    static Site open(Path folder) {
        try {
            return new Site(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node node(Path folder, String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ".log"));
        Map<String, String> stores = Map.of("TANDEM_DATABASE_URI", postgres.uri(), "TANDEM_REDIS_URI", redis.uri());
        return new Node(folder, name, Ports.free(), with(stores));
    }

    private static Map<String, String> with(Map<String, String> stores) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(stores);
        return all;
    }

    MortalPostgres postgres() {
        return postgres;
    }

    TestRedis redis() {
        return redis;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The one that runs for longest: where most people are. */
    Node eldest() {
        return Collections.max(nodes, Comparator.comparingLong(Node::ageNanos));
    }

    String balancer() {
        return balancer.name();
    }

    FaultyProxy edge() {
        return edge;
    }

    FaultyProxy narrow() {
        return narrow;
    }

    URI url() {
        return edge.url();
    }

    @Override
    public void close() throws Exception {
        edge.close();
        narrow.close();
        balancer.close();
        nodes.forEach(Node::close);
        redis.close();
        postgres.close();
    }
}
