package io.tandem.live;

import org.jspecify.annotations.Nullable;

/**
 * The newest events of a log, without gaps: most who come back or fall behind are served from here. It grows with what
 * happens, for in most logs, every person's own among them, hardly anything does.
 */
final class Ring {

    private static final int SIZE_MIN = 4;

    private final int sizeMax;
    private @Nullable EventFrame[] slots;

    Ring(int sizeMax) {
        this.sizeMax = sizeMax;
        slots = new EventFrame[Math.min(SIZE_MIN, sizeMax)];
    }

    /** Takes the event after the newest; the oldest makes room. */
    void add(EventFrame frame) {
        if (slots[slot(frame.seq())] != null && slots.length < sizeMax) grow();
        put(frame);
    }

    /** Takes an event from before, where no newer one needs its place. */
    void addOlder(EventFrame frame) {
        while (slots[slot(frame.seq())] != null && slots.length < sizeMax) grow();
        put(frame);
    }

    private void grow() {
        @Nullable EventFrame[] before = slots;
        slots = new EventFrame[(int) Math.min(2L * before.length, sizeMax)];
        for (EventFrame frame : before) if (frame != null) put(frame);
    }

    private void put(EventFrame frame) {
        EventFrame there = slots[slot(frame.seq())];
        if (there == null || there.seq() < frame.seq()) slots[slot(frame.seq())] = frame;
    }

    int sizeMax() {
        return sizeMax;
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
