package io.tandem.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All Redis servers this instance uses, whichever they are at the moment: each key and channel goes to the one that has
 * it. Whenever something breaks it is found out anew who is there. State of one context.
 */
final class RedisNetwork implements RedisServer.Owner {

    private static final Logger logger = LoggerFactory.getLogger(RedisNetwork.class);

    private static final long PROBE_MS = 1_000;
    private static final long LOOK_AGAIN_MS = 500;
    private static final int LOOK_ANYWAY_PROBES = 10;
    private static final long SAY_EVERY_MS = 60_000;

    private final Vertx vertx;
    private final Topology topology;
    private final BiConsumer<String, String> listener;
    private final Runnable opened;
    private final boolean sharded;
    private final Map<String, RedisServer> servers = new HashMap<>();
    private final Set<String> wanted = new LinkedHashSet<>();
    private Shards shards = Shards.UNKNOWN;
    private boolean looking;
    private boolean lookingLater;
    private boolean closed;
    private int probes;
    private long saidAt;

    /**
     * @param sharded whether channels belong to slots, as in a cluster
     * @param listener gets channel and message
     * @param opened is told when a line has begun to listen, and may have missed messages
     */
    RedisNetwork(
            Vertx vertx, Topology topology, boolean sharded, BiConsumer<String, String> listener, Runnable opened) {
        this.vertx = vertx;
        this.topology = topology;
        this.sharded = sharded;
        this.listener = listener;
        this.opened = opened;
    }

    void open() {
        look();
        vertx.setPeriodic(PROBE_MS, timer -> probe());
    }

    /** Every server known is connected and listened to. */
    boolean isWhole() {
        return !servers.isEmpty() && servers.values().stream().allMatch(RedisServer::isWhole);
    }

    /** Commands that all concern one key. */
    Future<List<Response>> send(String key, List<Request> requests) {
        RedisServer server = servers.get(shards.addressOf(key).orElse(""));
        return server == null ? Future.failedFuture("Redis is away") : server.send(requests);
    }

    void listen(String channel) {
        wanted.add(channel);
        shards.addressOf(channel).map(servers::get).ifPresent(server -> server.listen(channel));
    }

    void leave(String channel) {
        wanted.remove(channel);
        servers.values().forEach(server -> server.leave(channel));
    }

    private void look() {
        if (looking || closed) return;
        looking = true;
        topology.read().onSuccess(this::found).onFailure(this::say).onComplete(done -> {
            looking = false;
            if (servers.isEmpty()) lookLater();
        });
    }

    /** Once, however many commands are told meanwhile that this is not the one to ask. */
    private void lookLater() {
        if (lookingLater) return;
        lookingLater = true;
        vertx.setTimer(LOOK_AGAIN_MS, timer -> {
            lookingLater = false;
            look();
        });
    }

    private void found(Shards now) {
        if (closed || now.equals(shards)) return;
        shards = now;
        Set<String> addresses = now.addresses();
        servers.values().removeIf(server -> {
            if (addresses.contains(server.address())) return false;
            server.close();
            return true;
        });
        addresses.forEach(address -> servers.computeIfAbsent(address, this::connect));
        wanted.forEach(this::assign);
    }

    private RedisServer connect(String address) {
        RedisServer server = new RedisServer(vertx, address, sharded, this);
        server.open();
        return server;
    }

    private void assign(String channel) {
        String home = shards.addressOf(channel).orElse("");
        servers.forEach((address, server) -> {
            if (address.equals(home)) server.listen(channel);
            else server.leave(channel);
        });
    }

    private void probe() {
        servers.values().forEach(RedisServer::probe);
        if (topology.isMoving() && probes++ % LOOK_ANYWAY_PROBES == 0) look();
    }

    @Override
    public void heard(String channel, String message) {
        listener.accept(channel, message);
    }

    @Override
    public void opened() {
        opened.run();
    }

    @Override
    public void changed(RedisServer server, Throwable why) {
        say(why);
        if (topology.isMoving() && !closed) lookLater();
    }

    /** The first reason is the one to be mended: a wrong password, a name nobody knows, a right that is missing. */
    private void say(Throwable why) {
        long now = Ticks.now();
        if (now - saidAt < SAY_EVERY_MS) return;
        saidAt = now;
        logger.warn("A Redis server is not to be had: {}", String.valueOf(why.getMessage()));
    }

    void close() {
        closed = true;
        servers.values().forEach(RedisServer::close);
    }
}
