package io.tandem.notifications;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tandem.platform.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What the reader of the log counts. */
final class NotificationMeters {

    private final Map<Kind, Counter> told = new EnumMap<>(Kind.class);
    private final Timer delay;
    private final Counter swept;

    NotificationMeters(Meters meters) {
        for (Kind kind : Kind.values()) {
            told.put(
                    kind,
                    meters.counter("tandem.notifications.told", "Notifications made or grown", "kind", kind.word()));
        }
        delay = meters.timer("tandem.notifications.delay", "From what happened to the commit of its notifications");
        swept = meters.counter("tandem.notifications.swept", "Logs whose notable events nobody had read by themselves");
    }

    void told(Told what) {
        Instant now = Instant.now();
        what.items().forEach(item -> {
            Counter counter = told.get(item.notification().kind());
            if (counter != null) counter.increment();
            Duration took = Duration.between(item.notification().updatedAt(), now);
            delay.record(took.isNegative() ? Duration.ZERO : took);
        });
    }

    void swept() {
        swept.increment();
    }
}
