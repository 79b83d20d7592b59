package io.tandem.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets in so many at a time, in the order in which they came: of a crowd the first are in soon and the last have not begun
 * to wait for an answer, where otherwise all would be late together, and given up. State of one context.
 */
final class Turnstile {

    private final int atOnceMax;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int entering;

    Turnstile(int atOnceMax) {
        this.atOnceMax = atOnceMax;
    }

    /** Does it when it is its turn, and ends as it does. */
    Future<Void> pass(Supplier<Future<Void>> entry) {
        if (entering < atOnceMax) return begin(entry);
        Promise<Void> passed = Promise.promise();
        waiting.add(() -> begin(entry).onComplete(passed));
        return passed.future();
    }

    private Future<Void> begin(Supplier<Future<Void>> entry) {
        entering++;
        return entry.get().onComplete(done -> next());
    }

    private void next() {
        entering--;
        Runnable first = waiting.poll();
        if (first != null) first.run();
    }
}
