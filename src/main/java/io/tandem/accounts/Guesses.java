package io.tandem.accounts;

import io.tandem.platform.Recent;

/**
 * Makes guessing passwords slow. After some wrong ones for an account from one address each further try has to wait, 5 s,
 * 10 s, up to a minute; after ten times as many from all addresses together everybody has to, but for those from where
 * this account has been signed in to: a stranger can make a person wait, not lock them out of where they always are.
 * State of one context.
 */
final class Guesses {

    static final long PAUSE_MS_MAX = 60_000;
    static final long FORGOTTEN_MS = 15 * 60_000;
    private static final int ADDRESSES_TOGETHER = 10;
    private static final int KEPT_MAX = 20_000;
    private static final long PAUSE_MS = 5_000;
    private static final int DOUBLINGS_MAX = 4;

    private static final class Tries {
        private long wrong;
        private long latest;
        private long notBefore;
        private boolean wasRight;
    }

    private final long free;
    private final Recent<Guess, Tries> here = new Recent<>(KEPT_MAX);
    private final Recent<String, Tries> everywhere = new Recent<>(KEPT_MAX);

    /** @param free wrong passwords that cost no pause */
    Guesses(long free) {
        this.free = free;
    }

    /**
     * Counts a try as wrong until it is told to be {@link #right}: many at the same moment are counted before any of them
     * is answered. Answers how many milliseconds to wait, 0 where it may be tried now.
     */
    long guess(Guess guess, long now) {
        Tries own = here.of(guess, Tries::new);
        Tries all = everywhere.of(guess.account(), Tries::new);
        long waitMs = Math.max(own.notBefore, own.wasRight ? 0 : all.notBefore) - now;
        if (waitMs > 0) return waitMs;
        count(own, free, now);
        count(all, free * ADDRESSES_TOGETHER, now);
        return 0;
    }

    private static void count(Tries tries, long free, long now) {
        if (now - tries.latest > FORGOTTEN_MS) tries.wrong = 0;
        tries.latest = now;
        tries.wrong++;
        if (tries.wrong >= free) tries.notBefore = now + pauseMs(tries.wrong - free);
    }

    private static long pauseMs(long beyond) {
        return Math.min(PAUSE_MS_MAX, PAUSE_MS << Math.min(beyond, DOUBLINGS_MAX));
    }

    /** It was no guess: as if it had not been tried. */
    void takeBack(Guess guess) {
        takeBack(here.of(guess, Tries::new), free);
        takeBack(everywhere.of(guess.account(), Tries::new), free * ADDRESSES_TOGETHER);
    }

    /** A pause that others have earned stays. */
    private static void takeBack(Tries tries, long free) {
        tries.wrong = Math.max(0, tries.wrong - 1);
        if (tries.wrong < free) tries.notBefore = 0;
    }

    void right(Guess guess) {
        Tries own = here.of(guess, Tries::new);
        own.wrong = 0;
        own.notBefore = 0;
        own.wasRight = true;
        Tries all = everywhere.of(guess.account(), Tries::new);
        all.wrong = Math.max(0, all.wrong - 1);
    }
}
