package io.tandem.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tandem.mail.Outcome.Kind;
import io.tandem.platform.MailState;
import io.tandem.platform.Meters;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of mails; docs/operations.md says what each means. */
final class MailMeters {

    private final Meters meters;
    private final Map<Kind, Counter> letters = new EnumMap<>(Kind.class);
    private final Counter givenUp;
    private final Timer handover;
    private final AtomicLong waiting;
    private final AtomicLong up;

    MailMeters(Meters meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) letters.put(kind, counter(meters, kind.name()));
        givenUp = counter(meters, "given_up");
        handover = meters.timer("tandem.mail.handover", "One letter, from connecting to the mail server's answer");
        waiting = meters.gauge("tandem.mail.waiting", "Letters that wait to be sent, of all instances");
        up = meters.gauge("tandem.mail.up", "Whether the mail server took this instance in the last time");
        state(MailState.UP);
    }

    private static Counter counter(Meters meters, String outcome) {
        String word = outcome.toLowerCase(Locale.ROOT);
        return meters.counter("tandem.mail.letters", "Letters handed to the mail server", "outcome", word);
    }

    void handed(Outcome outcome, long sinceNanos) {
        handover.record(Duration.ofNanos(System.nanoTime() - sinceNanos));
        counted(outcome.kind());
    }

    void counted(Kind kind) {
        Counter counter = letters.get(kind);
        if (counter != null) counter.increment();
    }

    void givenUp() {
        givenUp.increment();
    }

    void waiting(long count) {
        waiting.set(count);
    }

    boolean isUp() {
        return meters.mail() == MailState.UP;
    }

    void state(MailState state) {
        meters.mail(state);
        up.set(state == MailState.UP ? 1 : 0);
    }
}
