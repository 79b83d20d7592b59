package io.tandem.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is as it should be. */
public final class Patience {

    private static final long SECONDS = 20;
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private Patience() {}

    /** Answers with what fits; fails with the last of what does not. */
    public static <T> T until(Supplier<T> look, Predicate<T> fits) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        T seen = look.get();
        while (!fits.test(seen)) {
            if (System.nanoTime() > deadline) throw new AssertionError("It did not come to that: " + seen);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            seen = look.get();
        }
        return seen;
    }
}
