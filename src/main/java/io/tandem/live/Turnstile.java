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
    private boolean turning;

    Turnstile(int atOnceMax) {
        this.atOnceMax = atOnceMax;
    }

    /** Does it when it is its turn, and ends as it does. */
    Future<Void> pass(Supplier<Future<Void>> entry) {
        Promise<Void> passed = Promise.promise();
        waiting.add(() -> begin(entry).onComplete(passed));
        letIn();
        return passed.future();
    }

    /** A loop, for some entries have ended as soon as they begin: thousands of those would call each other. */
    private void letIn() {
        if (turning) return;
        turning = true;
        while (entering < atOnceMax && !waiting.isEmpty()) waiting.remove().run();
        turning = false;
    }

    private Future<Void> begin(Supplier<Future<Void>> entry) {
        entering++;
        return Future.succeededFuture().compose(turn -> entry.get()).onComplete(done -> {
            entering--;
            letIn();
        });
    }
}
