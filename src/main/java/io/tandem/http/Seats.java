package io.tandem.http;

import java.util.concurrent.atomic.AtomicInteger;

/** How many connections an instance has. Shared by its event loops, which count up and down and do nothing else with it. */
public final class Seats {

    private final int max;
    private final AtomicInteger taken = new AtomicInteger();

    public Seats(int max) {
        this.max = max;
    }

    /** Answers whether there was one left. */
    boolean take() {
        return taken.incrementAndGet() <= max;
    }

    void leave() {
        taken.decrementAndGet();
    }
}
