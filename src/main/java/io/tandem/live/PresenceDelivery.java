package io.tandem.live;

import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.presence.PresenceAddresses;
import io.tandem.presence.PresenceAddresses.Active;
import io.tandem.presence.PresenceAddresses.Came;
import io.tandem.presence.PresenceAddresses.Closed;
import io.tandem.presence.PresenceAddresses.Told;
import io.tandem.presence.PresenceAddresses.Typing;
import io.tandem.presence.PresenceAddresses.Views;
import io.tandem.presence.PresenceAddresses.Went;
import io.tandem.presence.TypingField;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there, as one hub tells it. It is the first to be left out where a socket is slow: whoever missed something is
 * told everything once there is room.
 */
final class PresenceDelivery {

    private static final Logger logger = LoggerFactory.getLogger(PresenceDelivery.class);

    private final Bus bus;
    private final Outbound outbound;
    private final LiveMeters meters;
    private final Function<Log, @Nullable Channel> channels;

    /** @param channels the hub's, null where it has none */
    PresenceDelivery(Bus bus, Outbound outbound, LiveMeters meters, Function<Log, @Nullable Channel> channels) {
        this.bus = bus;
        this.outbound = outbound;
        this.meters = meters;
        this.channels = channels;
        bus.<Told>hear(PresenceAddresses.TOLD, this::told);
        bus.hear(PresenceAddresses.TYPING, this::typed);
    }

    /** The hub begins to follow a workspace: whoever is there already is asked for. */
    void begin(Channel channel) {
        UUID workspaceId = channel.log().workspaceId();
        if (workspaceId == null || !channel.crowd().startAsking()) return;
        bus.ask(PresenceAddresses.WHOLE, workspaceId)
                .onComplete(done -> channel.crowd().stopAsking())
                .onSuccess(whole -> {
                    channel.crowd().is(whole);
                    List.copyOf(channel.subscriptions()).forEach(this::makeGood);
                })
                .onFailure(
                        failure -> logger.debug("Nobody says who is there, asking with the next difference", failure));
    }

    /** A socket follows a log from now on. */
    void came(Subscription subscription) {
        Connection connection = subscription.connection();
        bus.tell(
                PresenceAddresses.CAME,
                new Came(
                        connection.id(),
                        connection.actor().id(),
                        connection.actor().name(),
                        subscription.log().workspaceId()));
    }

    /** The socket stays, and follows this log no longer. */
    void went(Subscription subscription) {
        UUID workspaceId = subscription.log().workspaceId();
        if (workspaceId == null) return;
        stopTyping(subscription);
        bus.tell(PresenceAddresses.WENT, new Went(subscription.connection().id(), workspaceId));
    }

    void closed(Connection connection) {
        connection.subscriptions().values().forEach(this::stopTyping);
        bus.tell(PresenceAddresses.CLOSED, new Closed(connection.id()));
    }

    void active(Connection connection, boolean active) {
        if (connection.becomesActive(active)) bus.tell(PresenceAddresses.ACTIVE, new Active(connection.id(), active));
    }

    void views(Subscription subscription, @Nullable UUID taskId) {
        stopTyping(subscription);
        subscription.attention().view(taskId);
        bus.tell(
                PresenceAddresses.VIEWS,
                new Views(subscription.connection().id(), subscription.log().id(), taskId));
    }

    void types(Subscription subscription, TypingField field, boolean active) {
        if (subscription.attention().types(field, active, System.currentTimeMillis()))
            announce(subscription, field, active);
    }

    /** Whoever has said nothing for a while has stopped. */
    void sweep(Subscription subscription, long now) {
        subscription.attention().expire(now).forEach(field -> announce(subscription, field, false));
    }

    private void stopTyping(Subscription subscription) {
        sweep(subscription, Long.MAX_VALUE);
    }

    private void announce(Subscription subscription, TypingField field, boolean active) {
        UUID taskId = subscription.attention().viewing();
        if (taskId == null) return;
        Connection connection = subscription.connection();
        UUID workspaceId = subscription.log().id();
        bus.announce(
                PresenceAddresses.TYPING,
                workspaceId,
                new Typing(
                        workspaceId,
                        connection.id(),
                        connection.actor().id(),
                        connection.actor().name(),
                        taskId,
                        field,
                        active));
    }

    /** Everybody as JSON, for {@code subscribed}; who is told too little is told again. */
    String people(Subscription subscription) {
        Crowd crowd = subscription.channel().crowd();
        if (crowd.isKnown()) return crowd.json();
        subscription.owePresence(!subscription.log().personal());
        return "[]";
    }

    private void told(Told told) {
        Channel channel = channels.apply(Log.ofWorkspace(told.workspaceId()));
        if (channel == null) return;
        Crowd crowd = channel.crowd();
        if (crowd.isKnown() && crowd.isOld(told)) return;
        if (!crowd.isKnown() || !crowd.isNext(told)) {
            crowd.forget();
            channel.subscriptions().forEach(subscription -> subscription.owePresence(true));
            begin(channel);
            return;
        }
        List<Frame> frames = crowd.apply(told);
        for (Subscription subscription : List.copyOf(channel.subscriptions())) tell(subscription, frames);
    }

    private void tell(Subscription subscription, List<Frame> frames) {
        if (!subscription.isLive() || subscription.isOwedPresence()) return;
        if (!hasRoom(subscription)) {
            subscription.owePresence(true);
            meters.presenceSkipped();
            return;
        }
        for (Frame frame : frames) outbound.send(subscription.connection(), frame);
        meters.presenceTold(frames.size());
    }

    private static boolean hasRoom(Subscription subscription) {
        return subscription.mayHear() && !subscription.connection().wire().isFull();
    }

    /** Tells everything where something was left out and there is room again. */
    void makeGood(Subscription subscription) {
        if (!subscription.isOwedPresence() || !hasRoom(subscription)) return;
        Crowd crowd = subscription.channel().crowd();
        if (!crowd.isKnown()) return;
        subscription.owePresence(false);
        outbound.send(subscription.connection(), crowd.whole());
        meters.presenceTold(1);
    }

    /** Only who looks at the task is told; a connection knows what is typed at it. */
    private void typed(Typing typing) {
        Channel channel = channels.apply(Log.ofWorkspace(typing.workspaceId()));
        if (channel == null) return;
        Frame frame = null;
        for (Subscription subscription : List.copyOf(channel.subscriptions())) {
            boolean concerned = subscription.attention().isOn(typing.taskId())
                    && !subscription.connection().id().equals(typing.connectionId());
            if (!concerned || !hasRoom(subscription)) continue;
            if (frame == null) frame = new ServerMessage.Typing(typing).frame();
            outbound.send(subscription.connection(), frame);
            meters.presenceTold(1);
        }
    }
}
