package io.tandem.faults;

import io.tandem.faults.Crowd.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** People work while one fault after the other strikes; then they end, and what each of them heard is checked. */
final class Round {

    private static final Duration CALM_PATIENCE = Duration.ofSeconds(45);
    private static final Duration TICK = Duration.ofMillis(20);

    private final Site site;
    private final long seed;
    private final Random random;
    private final Crowd crowd;
    private final List<Strike> strikes = new ArrayList<>();

    /** @param seed of what people do, of the order of the faults and of whom they hit */
    Round(Site site, Size size, long seed) {
        this.site = site;
        this.seed = seed;
        this.random = new Random(seed);
        this.crowd = new Crowd(site, size, random);
    }

    /** @param faults each of which strikes once */
    Outcome run(Set<Fault> faults) throws InterruptedException {
        List<Fault> order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        crowd.start();
        try {
            awaitCalm("at the start", System.nanoTime());
            order.forEach(this::strike);
            return end();
        } finally {
            crowd.goHome();
        }
    }

    private void strike(Fault fault) {
        List<Long> moments = new ArrayList<>();
        fault.strike(site, random, crowd.silence(), crowd.shift(), () -> moments.add(System.nanoTime()));
        long healed = System.nanoTime();
        awaitCalm("after: " + fault.words(), healed);
        crowd.shift().pause(crowd.calm());
        strikes.add(new Strike(fault, moments, System.nanoTime()));
    }

    /** Until everybody follows everything, has heard something since, and has got an answer to something since. */
    private void awaitCalm(String when, long sinceNanos) {
        Map<Worker, Integer> before = new HashMap<>();
        crowd.all().stream().filter(Worker::works).forEach(worker -> before.put(worker, worker.acked()));
        await(
                when,
                () -> crowd.isListening(sinceNanos)
                        && before.entrySet().stream()
                                .allMatch(one -> one.getKey().acked() > one.getValue()));
    }

    private Outcome end() throws InterruptedException {
        crowd.shift().endWork();
        await("at the end, for answers", crowd::isIdle);
        Map<String, List<Heard>> logs = Logs.read(site.postgres(), crowd.logs());
        await("at the end, for events", () -> crowd.hasHeardAll(logs));
        crowd.goHome();
        crowd.compareSnapshots();
        List<Finding> findings = HistoryChecker.check(logs, crowd.histories().toList());
        return new Outcome(seed, logs, crowd, strikes, findings);
    }

    private void await(String when, BooleanSupplier condition) {
        long deadline = System.nanoTime() + CALM_PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline)
                throw new AssertionError("Seed " + seed + ": somebody is stuck " + when + "\n" + crowd.states());
            crowd.shift().pause(TICK);
        }
    }
}
