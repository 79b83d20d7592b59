package io.tandem.notifications;

import io.tandem.journal.Event;
import io.tandem.journal.Feed.Committed;
import io.tandem.notifications.LogReader.Step;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which logs have to be read on. Each is read by one reading at a time, and only some at once: those who work wait for
 * the same connections. State of one context.
 */
final class Readings {

    private static final Logger logger = LoggerFactory.getLogger(Readings.class);
    private static final int AT_ONCE_MAX = 3;

    /** Whoever holds the log's position may have looked before the event was committed. */
    private static final int BUSY_MS = 40;

    private static final int FAILED_MS = 1_000;

    private final Vertx vertx;
    private final Function<UUID, Future<Step>> step;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Map<UUID, Future<Step>> under = new HashMap<>();
    private final Set<UUID> again = new HashSet<>();
    private boolean failing;
    private boolean stopped;

    Readings(Vertx vertx, Function<UUID, Future<Step>> step) {
        this.vertx = vertx;
        this.step = step;
    }

    void heard(Committed committed) {
        for (Event event : committed.events()) {
            if (Notable.is(event)) soon(event.log().id());
        }
    }

    void soon(UUID log) {
        if (stopped) return;
        if (under.containsKey(log)) again.add(log);
        else waiting.add(log);
        next();
    }

    private void next() {
        while (!waiting.isEmpty() && under.size() < AT_ONCE_MAX && !stopped) {
            Iterator<UUID> first = waiting.iterator();
            UUID log = first.next();
            first.remove();
            Future<Step> reading = step.apply(log);
            under.put(log, reading);
            reading.onSuccess(done -> ended(log, done)).onFailure(failure -> failed(log, failure));
        }
    }

    private void ended(UUID log, Step done) {
        if (failing) logger.info("Notifications: the log is read again");
        failing = false;
        boolean more = again.remove(log) || done == Step.MORE;
        under.remove(log);
        if (done == Step.BUSY) later(log, BUSY_MS);
        else if (more) waiting.add(log);
        next();
    }

    private void failed(UUID log, Throwable failure) {
        if (!failing) logger.warn("Notifications: could not read the log, trying on: {}", failure.toString());
        failing = true;
        again.remove(log);
        under.remove(log);
        later(log, FAILED_MS);
        next();
    }

    private void later(UUID log, int ms) {
        int jitter = ThreadLocalRandom.current().nextInt(ms);
        vertx.setTimer(ms + jitter, timer -> soon(log));
    }

    /** Nothing more is begun; succeeds when what is under way has ended. */
    Future<Void> stop() {
        stopped = true;
        return Future.join(List.copyOf(under.values())).otherwiseEmpty().mapEmpty();
    }
}
