package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.faults.History.Ack;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody at a client, who keeps a change until it is answered: what was not is sent again, under the same operation id. */
abstract class Worker implements Runnable {

    /** Said of a state that passes: the same may be tried again. */
    static final Set<String> PASSING = Set.of("unavailable", "too_many_requests", "draining");

    /** Answers to changes that somebody else was faster with. */
    private static final Set<String> FAIR = Set.of("not_found", "conflict");

    private static final Duration BACKOFF_FIRST = Duration.ofMillis(100);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(2);

    private final String name;
    private final Shift shift;
    private final Random random;
    private final History history;
    private final AtomicInteger acked = new AtomicInteger();
    private int failures;

    Worker(String name, Shift shift, Random random) {
        this.name = name;
        this.shift = shift;
        this.random = random;
        this.history = new History(name);
    }

    /** Whether everything begun is answered. */
    abstract boolean isIdle();

    /** Whether it does more than listen. */
    abstract boolean works();

    /** What it is at, for whoever asks why nothing goes on. */
    abstract String state();

    String name() {
        return name;
    }

    Shift shift() {
        return shift;
    }

    Random random() {
        return random;
    }

    History history() {
        return history;
    }

    /** How many changes of this client were acknowledged. */
    int acked() {
        return acked.get();
    }

    /** @param seq 0 where the answer has none */
    void acknowledged(Chores chores, Command command, String log, long seq, JsonNode answer) {
        history.acknowledged(new Ack(log, command.operationId(), seq, answer, command.certain(), System.nanoTime()));
        acked.incrementAndGet();
        chores.done(command);
    }

    void refused(Chores chores, Command command, String code, String answer) {
        history.refused(command.operationId(), code);
        chores.gone(command, code);
        if (!FAIR.contains(code)) history.odd(command + " was answered with " + answer);
    }

    /** Exponential, with full jitter. */
    void backOff() {
        long most = Math.min(BACKOFF_MAX.toMillis(), BACKOFF_FIRST.toMillis() << Math.min(failures++, 10));
        shift.pause(Duration.ofMillis(random.nextLong(most / 2, most + 1)));
    }

    void succeeded() {
        failures = 0;
    }
}
