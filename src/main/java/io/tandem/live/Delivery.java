package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import io.tandem.live.Pending.Reply;
import io.tandem.live.ServerMessage.Ack;
import io.tandem.live.ServerMessage.Resync;
import io.tandem.platform.Bus;
import io.tandem.platform.Json;
import io.tandem.platform.Settings.Limits;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves subscriptions forward. Whoever is where the newest event begins gets it as it comes; whoever is behind reads on
 * from the ring, then from the log, as fast as the socket takes it. Nobody has a queue.
 */
final class Delivery {

    private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

    private final Bus bus;
    private final Limits limits;
    private final Outbound outbound;
    private final Tick tick;
    private final LiveMeters meters;

    Delivery(Bus bus, Limits limits, Outbound outbound, Tick tick, LiveMeters meters) {
        this.bus = bus;
        this.limits = limits;
        this.outbound = outbound;
        this.tick = tick;
        this.meters = meters;
    }

    void advance(Subscription subscription) {
        if (!subscription.mayHear() || subscription.isReading() || !subscription.isBehind()) return;
        Head head = subscription.channel().head();
        if (head.seq() - subscription.position() > limits.replayEvents()) resync(subscription);
        else if (!subscription.connection().wire().isFull()) readOn(subscription);
    }

    private void readOn(Subscription subscription) {
        Ring ring = subscription.channel().ring();
        EventFrame next = ring.get(subscription.position() + 1);
        if (next == null) readLog(subscription);
        while (next != null
                && subscription.mayHear()
                && !subscription.connection().wire().isFull()) {
            deliver(subscription, next);
            next = ring.get(subscription.position() + 1);
        }
    }

    private void readLog(Subscription subscription) {
        subscription.reading(true);
        Channel channel = subscription.channel();
        bus.ask(Feed.READ, channel.after(subscription.position(), limits.readBatch()))
                .onSuccess(channel::fill)
                .onComplete(read -> subscription.reading(false))
                .onSuccess(page -> deliverPage(subscription, page.after(subscription.position())))
                .onFailure(failure -> logger.warn("Could not read on, the next sweep tries again", failure));
    }

    private void deliverPage(Subscription subscription, Page page) {
        if (!subscription.mayHear()) return;
        if (!continues(subscription, page)) {
            resync(subscription);
            return;
        }
        for (Event event : page.events()) {
            if (!isNext(subscription, event)) break;
            deliver(subscription, subscription.channel().frame(event));
        }
        advance(subscription);
    }

    /** The log may be further than the hub: what it has not heard may take this very right away. */
    private static boolean isNext(Subscription subscription, Event event) {
        return subscription.mayHear()
                && !subscription.connection().wire().isFull()
                && event.seq() <= subscription.channel().head().seq();
    }

    /** What is not kept any more must never look like nothing happened. */
    private static boolean continues(Subscription subscription, Page page) {
        if (!page.epoch().equals(subscription.epoch())) return false;
        if (page.events().isEmpty()) return page.head().seq() <= subscription.position();
        return isWhole(page.events(), subscription.position() + 1);
    }

    /** While a page is read, its beginning may be pruned; clocks that differ leave holes there. */
    private static boolean isWhole(List<Event> events, long first) {
        return events.getFirst().seq() == first && events.getLast().seq() == first + events.size() - 1;
    }

    /**
     * An event that once took this person's right away is told like any other: the right was asked for after the hub had
     * heard of it.
     */
    private void deliver(Subscription subscription, EventFrame next) {
        Connection connection = subscription.connection();
        Event event = next.event();
        subscription.advanceTo(event.seq());
        if (isOwn(connection, event)) outbound.send(connection, ack(event));
        else outbound.send(connection, next.frame());
        tick.delivered(event);
        answerPassed(subscription);
    }

    private static boolean isOwn(Connection connection, Event event) {
        return event.actorId().equals(connection.actor().id())
                && connection.pending().isAnsweredBy(event);
    }

    private static Ack ack(Event event) {
        return new Ack(String.valueOf(event.operationId()), event.log().workspaceId(), event.seq(), event.data());
    }

    private void resync(Subscription subscription) {
        Head head = subscription.channel().head();
        subscription.advanceTo(head.seq());
        meters.resync();
        outbound.send(
                subscription.connection(), new Resync(subscription.log().workspaceId(), head.epoch(), head.seq()));
        answerPassed(subscription);
    }

    /** Answers commands whose reply was waiting for a place in the log that is now passed. */
    void answerPassed(Subscription subscription) {
        answer(subscription.connection(), subscription.log(), subscription.position());
    }

    private void answer(Connection connection, Log log, long position) {
        List<Reply> passed = connection.pending().passed(log, position);
        passed.forEach(reply -> outbound.send(connection, ack(reply)));
    }

    static Ack ack(Reply reply) {
        return new Ack(
                reply.operationId(),
                reply.written().log().workspaceId(),
                reply.written().seq(),
                Json.encode(reply.written().answer()));
    }
}
