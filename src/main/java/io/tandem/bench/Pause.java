package io.tandem.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass on the thread that directs a run, never on the event loop. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }
}
