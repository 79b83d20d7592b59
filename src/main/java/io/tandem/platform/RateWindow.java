package io.tandem.platform;

/** Counts what happens within a while: a fixed window, cheap enough to have one for everybody. */
public final class RateWindow {

    public static final long MINUTE_MS = 60_000;
    public static final long HOUR_MS = 60 * MINUTE_MS;

    private final long windowMs;
    private long start;
    private int count;

    public RateWindow(long windowMs) {
        this.windowMs = windowMs;
    }

    /** Counts one more; answers how many it are in this window. */
    public int count(long now) {
        if (isOver(now)) {
            start = now;
            count = 0;
        }
        return ++count;
    }

    public long retryAfterMs(long now) {
        return Math.max(0, start + windowMs - now);
    }

    public boolean isOver(long now) {
        return now - start >= windowMs;
    }
}
