package io.tandem.platform;

/**
 * Counts what each of many does within a window. Whoever was not seen for longest is forgotten where there are too many:
 * that takes more addresses than most attackers have, and memory is worth more. State of one context.
 */
public final class Tally<K> {

    static final int KEPT_MAX = 20_000;

    private final int max;
    private final long windowMs;
    private final Recent<K, RateWindow> windows = new Recent<>(KEPT_MAX);

    public Tally(int max, long windowMs) {
        this.max = max;
        this.windowMs = windowMs;
    }

    /** Counts one more; answers how many milliseconds to wait, 0 where it was not too much. */
    public long count(K key, long now) {
        RateWindow window = windows.of(key, () -> new RateWindow(windowMs));
        return window.count(now) <= max ? 0 : Math.max(1, window.retryAfterMs(now));
    }
}
