package io.tandem.live;

import org.jspecify.annotations.Nullable;

/** The newest events of a log, without gaps: most who come back or fall behind are served from here. */
final class Ring {

    private final @Nullable EventFrame[] slots;

    Ring(int sizeMax) {
        slots = new EventFrame[sizeMax];
    }

    /** Takes the event after the newest; the oldest makes room. */
    void add(EventFrame frame) {
        slots[slot(frame.seq())] = frame;
    }

    /** Whether an event has its place to itself: neither it is there, nor a newer one. */
    boolean isFree(long seq) {
        EventFrame there = slots[slot(seq)];
        return there == null || there.seq() < seq;
    }

    int size() {
        return slots.length;
    }

    /** The event with this number; null where it is no longer, or not yet, here. */
    @Nullable
    EventFrame get(long seq) {
        EventFrame frame = slots[slot(seq)];
        return frame != null && frame.seq() == seq ? frame : null;
    }

    private int slot(long seq) {
        return (int) (seq % slots.length);
    }
}
