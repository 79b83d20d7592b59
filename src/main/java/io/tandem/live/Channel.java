package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Feed.Since;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log as one hub hears it: its head, its newest events, and who listens. */
final class Channel {

    private final Log log;
    private final Ring ring;
    private final Crowd crowd;
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    private final Promise<Head> followed = Promise.promise();
    private final List<Event> early = new ArrayList<>();
    private @Nullable Head start;
    private long head;
    private long emptySince;

    Channel(Log log, int ringEvents, long now) {
        this.log = log;
        this.ring = new Ring(ringEvents);
        this.crowd = new Crowd(log.id());
        this.emptySince = now;
    }

    Log log() {
        return log;
    }

    /** The journal follows the log from this head on; what was told meanwhile is waiting. */
    void startAt(Head at) {
        start = at;
        head = at.seq();
        early.forEach(this::append);
        early.clear();
        followed.complete(at);
    }

    void failed(Throwable failure) {
        followed.fail(failure);
    }

    /** Succeeds once every later event is heard. */
    Future<Head> followed() {
        return followed.future();
    }

    /** Takes the next event; null where it is known already or has to wait for the head. */
    @Nullable
    EventFrame append(Event event) {
        if (start == null) {
            early.add(event);
            return null;
        }
        if (event.seq() != head + 1) return null;
        EventFrame frame = EventFrame.of(event);
        ring.add(frame);
        head = event.seq();
        return frame;
    }

    /** The head now; only once {@link #followed}. */
    Head head() {
        if (start == null) throw new IllegalStateException("Not followed yet");
        return new Head(start.epoch(), head, start.pruned());
    }

    /**
     * What to read for somebody who is at a position: near the head, all that is near it, for whoever comes next. In a
     * person's own log that is nobody.
     */
    Since after(long position, int limit) {
        int near = Math.min(ring.sizeMax(), limit);
        boolean isNear = !log.personal() && position >= head - near;
        return isNear ? new Since(log, Math.max(0, head - near), near) : new Since(log, position, limit);
    }

    /** Keeps what was read, but for what is not heard yet: that may take a right away. */
    void fill(Page page) {
        if (log.personal() || !page.epoch().equals(head().epoch())) return;
        for (Event event : page.events()) {
            if (isNear(event.seq()) && ring.get(event.seq()) == null) ring.addOlder(EventFrame.of(event));
        }
    }

    private boolean isNear(long seq) {
        return seq <= head && seq > head - ring.sizeMax();
    }

    /** The frame that all share, or one of its own. */
    EventFrame frame(Event event) {
        EventFrame shared = ring.get(event.seq());
        return shared == null ? EventFrame.of(event) : shared;
    }

    Ring ring() {
        return ring;
    }

    /** Who is there; nobody in a person's own log. */
    Crowd crowd() {
        return crowd;
    }

    Set<Subscription> subscriptions() {
        return subscriptions;
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void remove(Subscription subscription, long now) {
        subscriptions.remove(subscription);
        emptySince = now;
    }

    boolean isEmptyFor(long ms, long now) {
        return subscriptions.isEmpty() && now - emptySince > ms;
    }
}
