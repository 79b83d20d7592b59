package io.tandem.live;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The newest events of a log, without gaps: most who come back or fall behind are served from here. */
final class Ring {

    private final ArrayDeque<EventFrame> frames = new ArrayDeque<>();
    private final int sizeMax;

    Ring(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    void add(EventFrame frame) {
        frames.addLast(frame);
        if (frames.size() > sizeMax) frames.removeFirst();
    }

    /** The events from {@code seq} on; null where it is no longer, or not yet, here. */
    @Nullable
    Iterator<EventFrame> from(long seq) {
        EventFrame first = frames.peekFirst();
        if (first == null || seq < first.seq() || seq > first.seq() + frames.size() - 1) return null;
        Iterator<EventFrame> rest = frames.iterator();
        for (long skip = seq - first.seq(); skip > 0; skip--) rest.next();
        return rest;
    }

    @Nullable
    EventFrame newest() {
        return frames.peekLast();
    }
}
