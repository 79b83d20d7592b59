package io.tandem.live;

import io.tandem.platform.Address;
import io.tandem.platform.RateWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many sockets each person has on this instance, and how often they came. State of {@link LiveVerticle}. */
final class Gate {

    /** Asks to let a person's socket in. */
    static final Address<UUID, Entry> ENTER = new Address<>("live.enter", UUID.class);

    /** Tells that a person's socket is gone. Nobody waits for an answer: at the end of the server none would come. */
    static final String LEFT = "live.left";

    enum Entry {
        WELCOME,
        TOO_MANY,
        TOO_FAST
    }

    private static final class Visitor {
        private final RateWindow attempts = new RateWindow(RateWindow.MINUTE_MS);
        private int sockets;
    }

    private final int perUserMax;
    private final int perMinuteMax;
    private final Map<UUID, Visitor> visitors = new HashMap<>();

    Gate(int perUserMax, int perMinuteMax) {
        this.perUserMax = perUserMax;
        this.perMinuteMax = perMinuteMax;
    }

    Entry enter(UUID userId, long now) {
        Visitor visitor = visitors.computeIfAbsent(userId, id -> new Visitor());
        if (visitor.attempts.count(now) > perMinuteMax) return Entry.TOO_FAST;
        if (visitor.sockets >= perUserMax) return Entry.TOO_MANY;
        visitor.sockets++;
        return Entry.WELCOME;
    }

    void leave(UUID userId) {
        Visitor visitor = visitors.get(userId);
        if (visitor != null && visitor.sockets > 0) visitor.sockets--;
    }

    /** Forgets who is gone and was not here within the last minute. */
    void sweep(long now) {
        visitors.values().removeIf(visitor -> visitor.sockets == 0 && visitor.attempts.isOver(now));
    }
}
