package io.tandem.bench;

import org.HdrHistogram.Histogram;

/** What was measured in some seconds. Latencies in nanoseconds. */
record Window(
        double seconds,
        Usage usage,
        Written written,
        long delivered,
        long acknowledged,
        long messages,
        long presenceMessages,
        long bytes,
        long errors,
        Histogram requestToFrame,
        Histogram requestToAck,
        Histogram changeToFrame) {

    static Window of(Tally tally, double seconds, Usage usage) {
        return new Window(
                seconds,
                usage,
                Written.UNKNOWN,
                tally.delivered,
                tally.acknowledged,
                tally.messages,
                tally.presenceMessages,
                tally.bytes,
                tally.errors,
                tally.requestToFrame.copy(),
                tally.requestToAck.copy(),
                tally.changeToFrame.copy());
    }

    Window with(Written counted) {
        return new Window(
                seconds,
                usage,
                counted,
                delivered,
                acknowledged,
                messages,
                presenceMessages,
                bytes,
                errors,
                requestToFrame,
                requestToAck,
                changeToFrame);
    }
}
