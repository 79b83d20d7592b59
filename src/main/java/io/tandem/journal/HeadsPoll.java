package io.tandem.journal;

import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** When to look at the heads: seldom while every instance is heard, often while not, and at once when that changes. */
final class HeadsPoll {

    private static final long NONE = -1;

    /** A database that does not answer must not end the polling. */
    private static final long GIVEN_UP_MS = 5_000;

    private final Vertx vertx;
    private final Settings.Journal settings;
    private final Supplier<Future<Void>> poll;
    private long timer = NONE;
    private boolean healthy;
    private boolean polling;
    private boolean again;

    HeadsPoll(Vertx vertx, Settings.Journal settings, Supplier<Future<Void>> poll) {
        this.vertx = vertx;
        this.settings = settings;
        this.poll = poll;
    }

    void start() {
        schedule(settings.pollMs());
    }

    void healthy(boolean now) {
        healthy = now;
        run();
    }

    /**
     * A log is followed anew: what was committed before the others' messages reach us is found soon. A look under way may
     * not have asked for it yet.
     */
    void soon() {
        if (!healthy || again) return;
        again = true;
        if (!polling) schedule(settings.pollMs());
    }

    private void schedule(long ms) {
        if (timer != NONE) vertx.cancelTimer(timer);
        long jitter = ThreadLocalRandom.current().nextLong(-ms / 4, ms / 4 + 1);
        timer = vertx.setTimer(ms + jitter, fired -> run());
    }

    private void run() {
        if (polling) {
            again = true;
            return;
        }
        polling = true;
        again = false;
        poll.get().timeout(GIVEN_UP_MS, TimeUnit.MILLISECONDS).onComplete(done -> {
            polling = false;
            schedule(again || !healthy ? settings.pollMs() : settings.pollHealthyMs());
        });
    }
}
