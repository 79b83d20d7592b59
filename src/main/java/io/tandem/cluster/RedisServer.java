package io.tandem.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One Redis server as this instance uses it: a line for commands, and one that only listens. After each opening of the
 * second everything is subscribed again; a subscription counts once the server has acknowledged it.
 */
final class RedisServer {

    /** What a server tells its network. */
    interface Owner {
        void heard(String channel, String message);

        /** The line that listens is new: what was said before is lost. */
        void opened();

        /** A line broke, or the server says that it is not the one to ask. */
        void changed(RedisServer server, Throwable why);
    }

    private static final int BATCH = 250;
    private static final long ACKNOWLEDGED_WITHIN_MS = 3_000;

    private final String address;
    private final boolean sharded;
    private final Owner owner;
    private final RedisLine commands;
    private final RedisLine ears;
    private final LinkedHashSet<String> wanted = new LinkedHashSet<>();
    private final Map<String, Long> unacknowledged = new HashMap<>();
    private long probedAt;

    /** @param sharded whether channels belong to slots, as in a cluster */
    RedisServer(Vertx vertx, String address, boolean sharded, Owner owner) {
        this.address = address;
        this.sharded = sharded;
        this.owner = owner;
        commands = new RedisLine(vertx, address, new CommandsOwner());
        ears = new RedisLine(vertx, address, new EarsOwner());
    }

    void open() {
        commands.open();
        ears.open();
    }

    String address() {
        return address;
    }

    /** Both lines are open, and everything wanted is subscribed. */
    boolean isWhole() {
        return commands.isOpen() && ears.isOpen() && unacknowledged.isEmpty();
    }

    Future<List<Response>> send(List<Request> requests) {
        return commands.send(requests).onFailure(failure -> {
            if (isElsewhere(failure)) owner.changed(this, failure);
        });
    }

    /** A slot that moved, or a master that is none any more. */
    private static boolean isElsewhere(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("MOVED ") || message.contains("READONLY ") || message.contains("CLUSTERDOWN ");
    }

    void listen(String channel) {
        if (wanted.add(channel) && ears.isOpen()) subscribe(List.of(channel));
    }

    void leave(String channel) {
        unacknowledged.remove(channel);
        if (wanted.remove(channel)) ears.say(request(sharded ? Command.SUNSUBSCRIBE : Command.UNSUBSCRIBE, channel));
    }

    /** A sharded subscription may name channels of one slot only. */
    private void subscribe(Collection<String> channels) {
        long now = Ticks.now();
        channels.forEach(channel -> unacknowledged.put(channel, now));
        if (sharded) {
            channels.stream()
                    .collect(Collectors.groupingBy(Slot::of))
                    .values()
                    .forEach(some -> ears.say(request(Command.SSUBSCRIBE, some.toArray(String[]::new))));
            return;
        }
        List<String> all = new ArrayList<>(channels);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
            ears.say(request(Command.SUBSCRIBE, some.toArray(String[]::new)));
        }
    }

    private static Request request(Command command, String... channels) {
        Request request = Request.cmd(command);
        for (String channel : channels) request.arg(channel);
        return request;
    }

    void probe() {
        commands.probe();
        long now = Ticks.now();
        long late = now - ACKNOWLEDGED_WITHIN_MS;
        if (unacknowledged.values().stream().anyMatch(since -> since < late) || (0 < probedAt && probedAt < late))
            ears.restart("Redis did not acknowledge a subscription");
        else if (probedAt == 0) probeEars(now);
    }

    /** A subscription said again is acknowledged again; the answer to a PING would be lost among the messages. */
    private void probeEars(long now) {
        if (!ears.isOpen() || wanted.isEmpty()) return;
        probedAt = now;
        ears.say(request(sharded ? Command.SSUBSCRIBE : Command.SUBSCRIBE, wanted.getFirst()));
    }

    void close() {
        commands.close();
        ears.close();
    }

    private final class CommandsOwner implements RedisLine.Owner {
        @Override
        public void opened(RedisLine line) {}

        @Override
        public void lost(RedisLine line, Throwable why) {
            owner.changed(RedisServer.this, why);
        }

        @Override
        public void pushed(@Nullable Response message) {}
    }

    private final class EarsOwner implements RedisLine.Owner {
        @Override
        public void opened(RedisLine line) {
            subscribe(wanted);
            owner.opened();
        }

        @Override
        public void lost(RedisLine line, Throwable why) {
            probedAt = 0;
            unacknowledged.clear();
            owner.changed(RedisServer.this, why);
        }

        @Override
        public void pushed(@Nullable Response message) {
            if (message == null) return;
            if (message.type() == ResponseType.ERROR) {
                unacknowledged.clear();
                ears.restart(message.toString());
            } else if (message.isArray() && message.size() > 2) {
                understood(message.get(0).toString(), String.valueOf(message.get(1)), message.get(2));
            }
        }

        private void understood(String kind, String channel, Response third) {
            switch (kind) {
                case "message", "smessage" -> owner.heard(channel, third.toString());
                case "subscribe", "ssubscribe" -> acknowledged(channel);
                case "sunsubscribe" -> movedAway(channel);
                default -> {}
            }
        }

        private void acknowledged(String channel) {
            probedAt = 0;
            unacknowledged.remove(channel);
        }

        /** The server ends what we did not: the slot has gone elsewhere. If it is back by the time we look, we ask anew. */
        private void movedAway(String channel) {
            if (!wanted.contains(channel)) return;
            unacknowledged.put(channel, Ticks.now());
            owner.changed(RedisServer.this, new IllegalStateException("A slot moved away"));
        }
    }
}
