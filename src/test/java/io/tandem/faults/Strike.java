package io.tandem.faults;

import java.util.List;

/**
 * A fault that struck, in {@code System.nanoTime()}.
 *
 * @param moments at which it may have cut somebody off; the first is its begin
 * @param endNanos when everybody had followed everything again for a while
 */
record Strike(Fault fault, List<Long> moments, long endNanos) {

    long fromNanos() {
        return moments.getFirst();
    }

    boolean covers(long nanos) {
        return nanos >= fromNanos() && nanos < endNanos;
    }

    /** The last thing that happened before; who was said goodbye to counts from there. */
    long causeOf(long nanos) {
        if (fault == Fault.RESTART || fault == Fault.ROLL) return nanos;
        long cause = fromNanos();
        for (long moment : moments) if (moment <= nanos) cause = moment;
        return cause;
    }
}
