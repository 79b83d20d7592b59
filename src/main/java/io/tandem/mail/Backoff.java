package io.tandem.mail;

import java.time.Duration;

/** How long a letter waits that was not taken: soon at first, for many servers refuse strangers once (greylisting). */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int FACTOR = 3;

    private Backoff() {}

    /** @param attempts so far, at least one */
    static Duration after(int attempts) {
        Duration wait = FIRST;
        for (int i = 1; i < attempts && wait.compareTo(LONGEST) < 0; i++) wait = wait.multipliedBy(FACTOR);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
