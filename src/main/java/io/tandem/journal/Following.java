package io.tandem.journal;

import java.util.List;

/** A log that at least one hub follows: its head as told so far, and how many follow. One context's state. */
final class Following {

    private static final int EARLY_MAX = 10_000;

    private final Log log;
    private final Head start;
    private final Sequencer sequencer;
    private int hubs;
    private boolean filling;

    Following(Log log, Head start) {
        this.log = log;
        this.start = start;
        this.sequencer = new Sequencer(start.seq(), EARLY_MAX);
    }

    Log log() {
        return log;
    }

    /** The head as the hubs know it: what came since is on its way to them. */
    Head head() {
        return new Head(start.epoch(), sequencer.last(), start.pruned());
    }

    /** Numbers of another epoch mean something else: a leftover of a database that was replaced. */
    List<Event> accept(Event event) {
        return event.epoch().equals(start.epoch()) ? sequencer.accept(event) : List.of();
    }

    /** Whether what is not told yet is not kept any more, or the numbers mean something else than they did. */
    boolean isLost(Head now) {
        return !now.epoch().equals(start.epoch()) || now.pruned() > sequencer.last();
    }

    boolean isBehind(long seq) {
        return seq > sequencer.last();
    }

    boolean hasGap() {
        return sequencer.hasGap();
    }

    /** What waits for a number that was never committed waits for nothing. */
    void forgetEarly() {
        sequencer.forgetEarly();
    }

    long last() {
        return sequencer.last();
    }

    /** One fetch at a time, for all sockets. */
    boolean startFilling() {
        if (filling) return false;
        filling = true;
        return true;
    }

    void stopFilling() {
        filling = false;
    }

    void follow() {
        hubs++;
    }

    /** Answers whether nobody follows any more. */
    boolean unfollow() {
        return --hubs <= 0;
    }
}
