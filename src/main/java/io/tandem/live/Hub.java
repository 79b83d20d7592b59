package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.tandem.workspaces.Role;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All sockets of one event loop, with an index from log to sockets. One bus consumer, one timer, no locks: everything
 * here happens on the loop that created it.
 */
final class Hub {

    private static final long SWEEP_MS = 1_000;
    private static final long EMPTY_CHANNEL_MS = 30_000;

    private final Bus bus;
    private final Settings settings;
    private final LiveMeters meters;
    private final Tick tick;
    private final Outbound outbound;
    private final Delivery delivery;
    private final Standing standing;
    private final PresenceDelivery presences;
    private final Farewell farewell;
    private final Map<Log, Channel> channels = new HashMap<>();
    private final Set<Connection> connections = new LinkedHashSet<>();
    private Look look = Look.NOTHING;

    /** What the sweep found: subscriptions, and sockets that are behind in one of theirs. */
    private record Look(long subscriptions, long behind) {
        static final Look NOTHING = new Look(0, 0);
    }

    Hub(Vertx vertx, Context context, Bus bus, Settings settings, LiveMeters meters, Rights rights) {
        this.bus = bus;
        this.settings = settings;
        this.meters = meters;
        tick = new Tick(meters);
        outbound = new Outbound(context, tick);
        delivery = new Delivery(bus, settings.limits(), outbound, tick, meters);
        standing = new Standing(rights, this);
        presences = new PresenceDelivery(bus, outbound, meters, channels::get);
        farewell = new Farewell(vertx, this, settings.shutdown());
        bus.<Event>hear(Feed.EVENTS, this::heard);
        bus.hear(Feed.LOST, this::lost);
        vertx.setPeriodic(SWEEP_MS, timer -> sweep(System.currentTimeMillis()));
    }

    LiveMeters meters() {
        return meters;
    }

    Outbound outbound() {
        return outbound;
    }

    Delivery delivery() {
        return delivery;
    }

    PresenceDelivery presences() {
        return presences;
    }

    Standing standing() {
        return standing;
    }

    private void heard(Event event) {
        Channel channel = channels.get(event.log());
        if (channel == null || channel.append(event) == null) return;
        tick.hears(event);
        for (Subscription subscription : List.copyOf(channel.subscriptions())) hear(subscription, event);
        tick.told();
    }

    /** A channel that is only about to be followed begins behind the hole. Whoever comes back is told to resync. */
    private void lost(Log log) {
        Channel channel = channels.get(log);
        if (channel == null || !channel.followed().isComplete()) return;
        channels.remove(log);
        List.copyOf(channel.subscriptions())
                .forEach(subscription -> close(subscription.connection(), CloseCode.RESTART));
    }

    private void hear(Subscription subscription, Event event) {
        Connection connection = subscription.connection();
        if (event.log().personal()) {
            delivery.advance(subscription);
            if (Revocation.endsSession(event, connection.actor().sessionId()))
                close(connection, CloseCode.UNAUTHORIZED);
        } else if (Revocation.deletes(event)) {
            end(subscription);
        } else if (Revocation.removes(event, connection.actor().id())) {
            standing.doubt(subscription);
        } else {
            Role role = Revocation.roleOf(event, connection.actor().id());
            if (role != null) subscription.becomes(role);
            delivery.advance(subscription);
        }
    }

    /** Ends a subscription from the server's side: who has no right is not shown either. */
    void end(Subscription subscription) {
        if (subscription.isLive()) presences.went(subscription);
        outbound.end(subscription);
    }

    /** The channel of a log; the journal follows it from the first call on. */
    Channel channel(Log log) {
        Channel known = channels.get(log);
        if (known != null) return known;
        Channel channel = new Channel(log, settings.limits().ringEvents(), System.currentTimeMillis());
        channels.put(log, channel);
        bus.ask(Feed.FOLLOW, log).onSuccess(channel::startAt).onFailure(failure -> {
            channels.remove(log);
            channel.failed(failure);
        });
        channel.followed().onSuccess(head -> presences.begin(channel));
        return channel;
    }

    void opened(Connection connection) {
        connections.add(connection);
        meters.connected(connection.wire().transport());
        farewell.opened(connection);
    }

    Set<Connection> connections() {
        return connections;
    }

    /**
     * The client went by itself, or its network did.
     *
     * @param code what the socket ended with
     */
    void gone(Connection connection, String code) {
        if (!connections.contains(connection)) return;
        if (connection.isAuthenticated()) meters.closed(code);
        forget(connection);
    }

    private void forget(Connection connection) {
        connections.remove(connection);
        meters.disconnected(connection.wire().transport());
        connection.closed();
        presences.closed(connection);
        long now = System.currentTimeMillis();
        connection.subscriptions().values().forEach(subscription -> {
            subscription.end();
            subscription.channel().remove(subscription, now);
        });
        connection.subscriptions().clear();
        if (connection.isAuthenticated()) bus.tell(Gate.LEFT, connection.actor().id());
    }

    void close(Connection connection, CloseCode code) {
        if (connection.isClosed()) return;
        connection.wire().close(code);
        if (connection.isAuthenticated()) meters.closed(code.word());
        else meters.refused(code.word());
        forget(connection);
    }

    /** Tells everybody to come back after a while of their own, and closes. */
    void goodbye(int loops) {
        farewell.begin(loops);
    }

    /** One walk for everything: what a socket consists of is seldom in the processor's cache. */
    private void sweep(long now) {
        long subscriptions = 0;
        long behind = 0;
        for (Connection connection : List.copyOf(connections)) {
            sweep(connection, now);
            subscriptions += connection.subscriptions().size();
            if (connection.isBehind()) behind++;
        }
        channels.values().removeIf(channel -> isForgotten(channel, now));
        found(new Look(subscriptions, behind));
    }

    private void found(Look now) {
        meters.swept(now.subscriptions() - look.subscriptions(), now.behind() - look.behind());
        look = now;
    }

    private void sweep(Connection connection, long now) {
        if (connection.isNamelessSince(settings.limits().authSeconds() * 1000L, now) || connection.isExpired(now)) {
            close(connection, CloseCode.UNAUTHORIZED);
        } else if (connection.isSilentFor(settings.limits().heartbeatTimeoutSeconds() * 1000L, now)) {
            fellSilent(connection);
        } else {
            connection.subscriptions().values().forEach(subscription -> presences.sweep(subscription, now));
            readOn(connection);
        }
    }

    /** A client that has said nothing for so long has been shown for long enough. */
    private void fellSilent(Connection connection) {
        connection.subscriptions().values().forEach(presences::went);
        close(connection, CloseCode.HEARTBEAT_MISSED);
    }

    /** Also when nothing happened: a page that could not be read must not wait for the next event. */
    void readOn(Connection connection) {
        connection.subscriptions().values().forEach(delivery::advance);
        connection.subscriptions().values().forEach(presences::makeGood);
    }

    private boolean isForgotten(Channel channel, long now) {
        if (!channel.isEmptyFor(EMPTY_CHANNEL_MS, now) || !channel.followed().succeeded()) return false;
        bus.ask(Feed.UNFOLLOW, channel.log());
        return true;
    }
}
