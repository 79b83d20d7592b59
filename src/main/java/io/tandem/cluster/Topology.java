package io.tandem.cluster;

import io.tandem.cluster.Shards.Shard;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds out which servers there are, by asking those that were configured, and those that were found before. */
final class Topology {

    private static final int ASK_MS = 2_000;

    private final Vertx vertx;
    private final Settings.Redis settings;
    private final Set<String> known;
    private int turn;

    Topology(Vertx vertx, Settings.Redis settings) {
        this.vertx = vertx;
        this.settings = settings;
        known = new LinkedHashSet<>(settings.uris());
    }

    /** Whether this may change while everything works. */
    boolean isMoving() {
        return settings.mode() != Settings.RedisMode.STANDALONE;
    }

    /** Asks one server; each time the next, so that one that is gone holds up nobody for long. */
    Future<Shards> read() {
        List<String> candidates = new ArrayList<>(known);
        String candidate = candidates.get(Math.floorMod(turn++, candidates.size()));
        return switch (settings.mode()) {
            case STANDALONE -> Future.succeededFuture(Shards.one(candidate));
            case SENTINEL -> ask(candidate, master()).map(answer -> masterFrom(candidate, answer));
            case CLUSTER ->
                ask(candidate, Request.cmd(Command.CLUSTER).arg("SLOTS")).map(answer -> slotsFrom(candidate, answer));
        };
    }

    private Request master() {
        return Request.cmd(Command.SENTINEL).arg("GET-MASTER-ADDR-BY-NAME").arg(settings.master());
    }

    private Future<Response> ask(String address, Request question) {
        Redis client = Redis.createClient(vertx, RedisLine.options(address));
        return client.connect()
                .compose(connection -> connection.send(question))
                .timeout(ASK_MS, TimeUnit.MILLISECONDS)
                .onComplete(done -> client.close());
    }

    private Shards masterFrom(String sentinel, Response answer) {
        if (answer == null) throw new IllegalStateException("The sentinels know no master called " + settings.master());
        return Shards.one(like(sentinel, answer.get(0).toString(), answer.get(1).toInteger()));
    }

    /** Each entry: first slot, last slot, the master (host, port, …), its replicas. */
    private Shards slotsFrom(String asked, Response answer) {
        List<Shard> ranges = new ArrayList<>();
        for (Response entry : answer) {
            Response master = entry.get(2);
            String address = like(
                    asked,
                    master.get(0) == null ? "" : master.get(0).toString(),
                    master.get(1).toInteger());
            ranges.add(new Shard(address, entry.get(0).toInteger(), entry.get(1).toInteger()));
        }
        if (ranges.isEmpty()) throw new IllegalStateException("This Redis cluster serves no slots");
        Shards found = new Shards(ranges);
        remember(found);
        return found;
    }

    /** Those who have gone are asked no more: where servers come and go there would be ever more of them. */
    private void remember(Shards found) {
        known.retainAll(settings.uris());
        known.addAll(found.addresses());
    }

    /** Whoever is asked, a server has one address: with two it would be left and joined by turns. */
    private String like(String asked, String host, int port) {
        return beside(host.isEmpty() ? asked : settings.uris().getFirst(), host, port);
    }

    /** The same scheme, user and password at another place; a cluster that does not know its own host leaves it out. */
    static String beside(String address, String host, int port) {
        URI uri = URI.create(address);
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String name = host.isEmpty() ? uri.getHost() : host.contains(":") ? "[" + host + "]" : host;
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.getScheme() + "://" + user + name + ":" + port + path + query;
    }
}
