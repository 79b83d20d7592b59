package io.tandem.cluster;

import io.tandem.cluster.ControlMessage.Announced;
import io.tandem.cluster.ControlMessage.Beat;
import io.tandem.cluster.ControlMessage.Goodbye;
import io.tandem.cluster.ControlMessage.Unknown;
import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Recent;
import io.tandem.journal.Log;
import io.tandem.platform.Announcement;
import io.tandem.platform.Bus;
import io.tandem.platform.Bus.Abroad;
import io.tandem.platform.Json;
import io.tandem.platform.Meters;
import io.tandem.platform.Peer;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event bus carried over Redis: committed events and announcements go out, those of others come in. While Redis is
 * away what would go out is dropped, for the heads poll finds every event. State of one context.
 */
final class Bridge {

    private static final Logger logger = LoggerFactory.getLogger(Bridge.class);
    private static final long GOODBYE_MS = 500;
    private static final long COMPLAIN_EVERY_MS = 60_000;

    private final Bus bus;
    private final Meters meters;
    private final String node;
    private final Channels channels;
    private final boolean sharded;
    private final RedisNetwork redis;
    private final History history;
    private final Pulse pulse;
    private final Map<String, Announcement<?>> announcements;
    private final Tables tables;
    private final Map<String, Log> followed = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private long complainedAt;
    private boolean closing;

    Bridge(
            Vertx vertx,
            Bus bus,
            Settings settings,
            Instant startedAt,
            Meters meters,
            List<Announcement<?>> announcements) {
        this.bus = bus;
        this.meters = meters;
        node = settings.node().id();
        channels = new Channels(settings.redis().prefix());
        sharded = settings.redis().mode() == Settings.RedisMode.CLUSTER;
        redis = new RedisNetwork(vertx, new Topology(vertx, settings.redis()), sharded, this::heard, this::missed);
        history = new History(redis, channels, settings.redis().historyEvents());
        tables = new Tables(redis, settings.redis().prefix());
        pulse = new Pulse(bus, meters, node, startedAt, redis::isWhole);
        this.announcements = announcements.stream().collect(Collectors.toMap(Announcement::name, Function.identity()));
    }

    void open() {
        redis.listen(channels.control());
        redis.open();
    }

    void follow(Log log) {
        followed.put(channels.events(log), log);
        redis.listen(channels.events(log));
        if (log.personal()) return;
        present.add(channels.presence(log.id()));
        redis.listen(channels.presence(log.id()));
    }

    void unfollow(Log log) {
        followed.remove(channels.events(log));
        redis.leave(channels.events(log));
        if (log.personal()) return;
        present.remove(channels.presence(log.id()));
        redis.leave(channels.presence(log.id()));
    }

    Tables tables() {
        return tables;
    }

    void publish(Event event) {
        String message = EventMessage.encode(node, event);
        send(channels.events(event.log()), message)
                .onSuccess(told -> meters.redisPublished())
                .onFailure(untold -> missed());
        List<Request> kept = history.keep(event, message);
        if (!kept.isEmpty()) redis.send(channels.messages(event.log()), kept).onFailure(this::failed);
    }

    private Future<List<Response>> send(String channel, String message) {
        Request request = Request.cmd(sharded ? Command.SPUBLISH : Command.PUBLISH)
                .arg(channel)
                .arg(message);
        return redis.send(channel, List.of(request)).onFailure(this::failed);
    }

    private void failed(Throwable failure) {
        meters.redisError();
        logger.debug("Redis refused a command, or is away", failure);
    }

    void carry(Abroad abroad) {
        UUID workspaceId = abroad.workspaceId();
        String channel = workspaceId == null ? channels.control() : channels.presence(workspaceId);
        send(channel, new Announced(node, abroad).encode());
    }

    Future<List<Event>> recent(Recent question) {
        return history.after(question).otherwise(failure -> {
            failed(failure);
            return List.of();
        });
    }

    void beat(Peer self) {
        if (closing) return;
        long now = Ticks.now();
        if (pulse.beats(now)) send(channels.control(), new Beat(self, now).encode());
        pulse.look(now);
        pulse.callRoll(now);
    }

    /** An event went astray, on its way out or in. */
    private void missed() {
        pulse.skip(Ticks.now());
    }

    private void heard(String channel, String message) {
        try {
            if (channel.equals(channels.control())) heardControl(ControlMessage.decode(message));
            else if (present.contains(channel)) heardAnnounced(message);
            else heardEvent(channel, message);
        } catch (RuntimeException garbage) {
            meters.redisError();
            complain(channel, garbage);
        }
    }

    /** Once a minute is enough to be found. */
    private void complain(String channel, RuntimeException garbage) {
        long now = Ticks.now();
        if (now - complainedAt < COMPLAIN_EVERY_MS) return;
        complainedAt = now;
        logger.warn("Something else than Tandem publishes on the channel {}: {}", channel, garbage.toString());
    }

    private void heardEvent(String channel, String message) {
        Log log = followed.get(channel);
        if (log == null || EventMessage.isFrom(node, message)) return;
        meters.redisReceived();
        bus.tell(Feed.HEARD, EventMessage.decode(log, message));
    }

    private void heardControl(ControlMessage message) {
        switch (message) {
            case Beat beat -> pulse.heard(beat);
            case Goodbye goodbye -> pulse.left(goodbye.node());
            case Announced announced -> {
                if (!announced.node().equals(node)) announce(announced.abroad());
            }
            case Unknown unknown -> logger.debug("A message of a newer version");
        }
    }

    private void heardAnnounced(String message) {
        if (ControlMessage.isAnnouncedBy(node, message)) return;
        if (ControlMessage.decode(message) instanceof Announced announced) announce(announced.abroad());
    }

    /** Only what is expected here can be announced here. */
    private void announce(Abroad abroad) {
        Announcement<?> announcement = announcements.get(abroad.address());
        if (announcement != null) bus.tell(announcement.name(), Json.decode(abroad.message(), announcement.carries()));
    }

    List<Peer> others() {
        return pulse.others();
    }

    /** The others need not wait to hear who has gone; whoever is not told in time finds out. */
    Future<Void> close() {
        closing = true;
        return send(channels.control(), new Goodbye(node).encode())
                .timeout(GOODBYE_MS, TimeUnit.MILLISECONDS)
                .otherwiseEmpty()
                .map(told -> {
                    redis.close();
                    return null;
                });
    }
}
