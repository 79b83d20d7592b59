package io.tandem.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Everybody connects in the same moment. Who is turned away tries again after up to a second. Belongs to the event loop. */
final class Rush {

    private static final int SECONDS_MAX = 300;
    private static final int BACKOFF_MS = 1_000;

    private final Rig rig;
    private final List<Subscriber> subscribers;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final Histogram times = new Histogram(3);
    private long startNanos;
    private int turnedAway;

    Rush(Rig rig, List<Subscriber> subscribers) {
        this.rig = rig;
        this.subscribers = subscribers;
    }

    /** Lets it happen; answers with the seconds until the last one had everything. */
    double seconds() {
        rig.sockets().on(() -> {
            startNanos = System.nanoTime();
            subscribers.forEach(this::connect);
        });
        return BenchException.join(done, SECONDS_MAX, "Not everybody came back") / 1e9;
    }

    private void connect(Subscriber subscriber) {
        subscriber.connect().whenComplete((nothing, failure) -> {
            if (failure == null) isThere();
            else tryAgain(subscriber);
        });
    }

    private void isThere() {
        long took = System.nanoTime() - startNanos;
        times.recordValue(took);
        if (times.getTotalCount() == subscribers.size()) done.complete(took);
    }

    private void tryAgain(Subscriber subscriber) {
        turnedAway++;
        long pause = ThreadLocalRandom.current().nextLong(BACKOFF_MS);
        rig.sockets().loop().schedule(() -> connect(subscriber), pause, TimeUnit.MILLISECONDS);
    }

    /** Nanoseconds from the beginning until each had everything. */
    Histogram times() {
        return times;
    }

    int turnedAway() {
        return turnedAway;
    }
}
