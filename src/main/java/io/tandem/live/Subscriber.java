package io.tandem.live;

import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Since;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import io.tandem.journal.Position;
import io.tandem.live.ServerMessage.Resync;
import io.tandem.live.ServerMessage.Subscribed;
import io.tandem.platform.Bus;
import io.tandem.platform.Problem;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes a socket to a log: first listen, then check the right, then say {@code subscribed}, then serve. Somebody
 * removed in between is found by one of the two: the check reads it, or the listening subscription hears it and checks
 * again.
 */
final class Subscriber {

    private final Bus bus;
    private final Hub hub;
    private final int subscriptionsMax;
    private final int replayEventsMax;

    Subscriber(Bus bus, Hub hub, int subscriptionsMax, int replayEventsMax) {
        this.bus = bus;
        this.hub = hub;
        this.subscriptionsMax = subscriptionsMax;
        this.replayEventsMax = replayEventsMax;
    }

    /**
     * @param since where the client was; null where it starts anew
     * @param id ties the answer to its message; null where the address asked
     */
    Future<Void> subscribe(Connection connection, Log log, @Nullable Position since, @Nullable String id) {
        Subscription before = connection.subscriptions().get(log);
        if (before == null && connection.subscriptions().size() >= subscriptionsMax) {
            return Future.failedFuture(Problem.limitReached("This socket has as many subscriptions as it may have."));
        }
        Attention attention = before == null ? new Attention() : before.attention();
        Subscription subscription = new Subscription(connection, hub.channel(log), attention);
        subscription.channel().add(subscription);
        return subscription
                .channel()
                .followed()
                .compose(head -> start(subscription, since))
                .compose(start -> goLive(subscription, start, id))
                .onFailure(failure -> forget(subscription));
    }

    /** The right is asked for last: between the answer and the first event nothing can come. */
    private Future<Void> goLive(Subscription subscription, Start start, @Nullable String id) {
        return hub.standing().ask(subscription).map(role -> {
            goLive(subscription, start, role, id);
            return null;
        });
    }

    /** @param recovered whether everything after {@code seq} follows */
    private record Start(long seq, boolean recovered, boolean resync) {}

    private Future<Start> start(Subscription subscription, @Nullable Position since) {
        Head head = subscription.channel().head();
        if (since == null) return Future.succeededFuture(new Start(head.seq(), false, false));
        if (head.covers(since)) return Future.succeededFuture(replay(head, since));
        boolean isAhead = since.epoch().equals(head.epoch()) && since.seq() > head.seq();
        if (!isAhead) return Future.succeededFuture(new Start(head.seq(), false, true));
        return bus.ask(Feed.READ, new Since(subscription.log(), since.seq(), 1))
                .map(page -> page.head().covers(since)
                        ? new Start(since.seq(), true, false)
                        : new Start(subscription.channel().head().seq(), false, true));
    }

    private Start replay(Head head, Position since) {
        boolean tooFar = head.seq() - since.seq() > replayEventsMax;
        return tooFar ? new Start(head.seq(), false, true) : new Start(since.seq(), true, false);
    }

    private void goLive(Subscription subscription, Start start, @Nullable Role role, @Nullable String id) {
        Connection connection = subscription.connection();
        if (connection.isClosed() || subscription.isEnded()) throw Problem.notFound("workspace");
        Subscription before = connection.subscriptions().put(subscription.log(), subscription);
        if (before != null) forget(before);
        tell(subscription, start, role, id);
        subscription.startAt(start.seq());
        hub.presences().came(subscription);
        hub.delivery().answerPassed(subscription);
        hub.delivery().advance(subscription);
    }

    private void tell(Subscription subscription, Start start, @Nullable Role role, @Nullable String id) {
        Head head = subscription.channel().head();
        Log log = subscription.log();
        long seq = start.resync() || !start.recovered() ? start.seq() : Math.max(head.seq(), start.seq());
        String word = role == null ? null : role.word();
        hub.outbound()
                .send(
                        subscription.connection(),
                        new Subscribed(
                                "subscribed",
                                id,
                                log.workspaceId(),
                                head.epoch(),
                                seq,
                                start.recovered(),
                                word,
                                hub.presences().people(subscription)));
        if (start.resync()) {
            hub.meters().resync();
            hub.outbound().send(subscription.connection(), new Resync(log.workspaceId(), head.epoch(), seq));
        }
    }

    /** The client wants to hear no more of this log. */
    void leave(Subscription subscription) {
        hub.outbound().answerPending(subscription);
        hub.presences().went(subscription);
        forget(subscription);
    }

    private static void forget(Subscription subscription) {
        subscription.end();
        subscription.channel().remove(subscription, System.currentTimeMillis());
    }
}
