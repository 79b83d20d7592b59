package io.tandem.cluster;

/**
 * Milliseconds that only go forward, whatever somebody does to the clock: a jump would make the others look silent, or
 * alive. They mean something in this process only.
 */
final class Ticks {

    private static final long STARTED_NANOS = System.nanoTime();
    private static final long NANOS = 1_000_000;

    /** So that 0 was long ago. */
    private static final long DAY_MS = 86_400_000;

    private Ticks() {}

    static long now() {
        return DAY_MS + (System.nanoTime() - STARTED_NANOS) / NANOS;
    }
}
