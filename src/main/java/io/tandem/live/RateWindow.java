package io.tandem.live;

/** Counts what happens within a minute: a fixed window, cheap enough to have one for everybody. */
final class RateWindow {

    private static final long WINDOW_MS = 60_000;

    private long start;
    private int count;

    /** Counts one more; answers how many it are in this minute. */
    int count(long now) {
        if (now - start >= WINDOW_MS) {
            start = now;
            count = 0;
        }
        return ++count;
    }

    long retryAfterMs(long now) {
        return Math.max(0, start + WINDOW_MS - now);
    }

    boolean isOver(long now) {
        return now - start >= WINDOW_MS;
    }
}
