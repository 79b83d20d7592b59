package io.tandem.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is looked for again and again, with a pause in between, and never twice at once in this instance. Other
 * instances do the same at the same time: that each piece is done once is for the database to see to. State of one
 * context.
 */
public final class Rounds {

    private static final Logger logger = LoggerFactory.getLogger(Rounds.class);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final String name;
    private final long pauseMs;
    private final long givenUpMs;
    private final Supplier<? extends Future<?>> round;
    private long timer = NONE;
    private @Nullable Future<?> under;
    private boolean again;
    private boolean failing;
    private boolean stopped;

    /**
     * @param name for the log
     * @param givenUpMs a round that takes longer is not waited for
     * @param round one look; what fails is looked for again the next time
     */
    public Rounds(Vertx vertx, String name, long pauseMs, long givenUpMs, Supplier<? extends Future<?>> round) {
        this.vertx = vertx;
        this.name = name;
        this.pauseMs = pauseMs;
        this.givenUpMs = givenUpMs;
        this.round = round;
    }

    /** The first round comes after a pause; call {@link #now} for one at once. */
    public void start() {
        schedule();
    }

    /** There is something to do: looks without waiting for the pause to end, once more if it is just looking. */
    public void now() {
        if (stopped) return;
        if (under != null) again = true;
        else run();
    }

    /** No more rounds; succeeds when the one under way has ended. */
    public Future<Void> stop() {
        stopped = true;
        if (timer != NONE) vertx.cancelTimer(timer);
        return under == null ? Future.succeededFuture() : under.otherwiseEmpty().mapEmpty();
    }

    /**
     * One after the other. One that fails keeps no other from its turn: who cannot be served must not stand in everybody's
     * way for ever. Fails at the end, as the first did.
     */
    public static <T> Future<Void> each(Collection<T> all, Function<T, Future<?>> work) {
        List<Throwable> failures = new ArrayList<>();
        Future<Void> done = Future.succeededFuture();
        for (T one : all) {
            done = done.compose(before ->
                    work.apply(one).onFailure(failures::add).otherwiseEmpty().mapEmpty());
        }
        return done.compose(
                end -> failures.isEmpty() ? Future.succeededFuture() : Future.failedFuture(failures.getFirst()));
    }

    /** Several instances that started together do not stay together. */
    private void schedule() {
        if (stopped) return;
        long jitter = ThreadLocalRandom.current().nextLong(-pauseMs / 4, pauseMs / 4 + 1);
        timer = vertx.setTimer(Math.max(1, pauseMs + jitter), fired -> run());
    }

    private void run() {
        if (timer != NONE) vertx.cancelTimer(timer);
        timer = NONE;
        again = false;
        Future<?> started = begin().timeout(givenUpMs, TimeUnit.MILLISECONDS);
        under = started;
        started.onComplete(done -> ended(done.cause()));
    }

    private Future<?> begin() {
        try {
            return round.get();
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private void ended(@Nullable Throwable failure) {
        under = null;
        say(failure);
        if (again && !stopped) run();
        else schedule();
    }

    /** Said once each time it begins to fail, not at every look while the database is away. */
    private void say(@Nullable Throwable failure) {
        if (failure != null && !failing)
            logger.warn("{}: could not do this now, trying on: {}", name, failure.toString());
        if (failure == null && failing) logger.info("{}: goes on", name);
        failing = failure != null;
    }
}
