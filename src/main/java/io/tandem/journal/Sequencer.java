package io.tandem.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts the events of one log in order: hands on {@code last + 1} only, drops what is old, keeps what is early.
 * Pure state, for one context.
 */
final class Sequencer {

    private final TreeMap<Long, Event> early = new TreeMap<>();
    private final int earlyMax;
    private long last;

    Sequencer(long last, int earlyMax) {
        this.last = last;
        this.earlyMax = earlyMax;
    }

    /** Takes an event from anywhere, in any order, any number of times; returns what may go out now. */
    List<Event> accept(Event event) {
        if (event.seq() <= last) return List.of();
        early.put(event.seq(), event);
        List<Event> ready = ready();
        if (early.size() > earlyMax) early.pollLastEntry();
        return ready;
    }

    private List<Event> ready() {
        List<Event> ready = new ArrayList<>(early.size());
        while (!early.isEmpty() && early.firstKey() == last + 1) {
            ready.add(early.pollFirstEntry().getValue());
            last++;
        }
        return ready;
    }

    /** Whether something early waits for an event that has not come. */
    boolean hasGap() {
        return !early.isEmpty();
    }

    void forgetEarly() {
        early.clear();
    }

    long last() {
        return last;
    }
}
