package io.tandem.bench;

import org.HdrHistogram.Histogram;

/** What was counted and timed since the last {@link #reset}. Belongs to the event loop. */
final class Tally {

    private static final long NANOS_MAX = 120_000_000_000L;
    private static final int DIGITS = 3;

    long delivered;
    long acknowledged;
    long messages;
    long presenceMessages;
    long lastPresenceNanos;
    long bytes;
    long errors;
    /** These are of the whole run: what is lost while warming up is lost all the same. */
    long lost;

    long doubled;
    long resyncs;
    long disconnects;

    final Histogram requestToFrame = histogram();
    final Histogram requestToAck = histogram();
    final Histogram changeToFrame = histogram();

    private static Histogram histogram() {
        return new Histogram(1_000, NANOS_MAX, DIGITS);
    }

    void reset() {
        delivered = 0;
        acknowledged = 0;
        messages = 0;
        presenceMessages = 0;
        bytes = 0;
        errors = 0;
        requestToFrame.reset();
        requestToAck.reset();
        changeToFrame.reset();
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, NANOS_MAX));
    }
}
