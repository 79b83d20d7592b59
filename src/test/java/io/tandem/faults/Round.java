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
import java.util.function.Consumer;

/** People work while one fault after the other strikes; then they end, and what each of them heard is checked. */
final class Round {

    private static final Duration CALM_PATIENCE = Duration.ofSeconds(45);
    private static final Duration TICK = Duration.ofMillis(20);

    private final long seed;
    private final Crowd crowd;
    private final Logs.Database database;
    private final List<Strike> strikes = new ArrayList<>();

    private Round(long seed, Crowd crowd, Logs.Database database) {
        this.seed = seed;
        this.crowd = crowd;
        this.database = database;
    }

    /** A fault that is about to strike; it tells of every moment that may cut people off. */
    record Blow(Fault fault, Consumer<Runnable> strike) {}

    /**
     * Everything that can fail at a site.
     *
     * @param seed of what people do, of the order of the faults and of whom they hit
     * @param faults each of which strikes once
     */
    static Outcome run(Site site, Size size, long seed, Set<Fault> faults) throws InterruptedException {
        Random random = new Random(seed);
        Crowd crowd = new Crowd(site.url(), site.narrow().url(), size, random);
        List<Blow> blows = new ArrayList<>();
        for (Fault fault : faults) {
            blows.add(new Blow(fault, moment -> fault.strike(site, random, crowd.silence(), crowd.shift(), moment)));
        }
        Collections.shuffle(blows, random);
        return run(seed, crowd, site.postgres()::connect, blows);
    }

    static Outcome run(long seed, Crowd crowd, Logs.Database database, List<Blow> blows) throws InterruptedException {
        return new Round(seed, crowd, database).run(blows);
    }

    private Outcome run(List<Blow> blows) throws InterruptedException {
        crowd.start();
        try {
            awaitCalm("at the start", System.nanoTime());
            blows.forEach(this::strike);
            return end();
        } finally {
            crowd.goHome();
        }
    }

    private void strike(Blow blow) {
        List<Long> moments = new ArrayList<>();
        blow.strike().accept(() -> moments.add(System.nanoTime()));
        awaitCalm("after: " + blow.fault().words(), System.nanoTime());
        crowd.shift().pause(crowd.calm());
        strikes.add(new Strike(blow.fault(), moments, System.nanoTime()));
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
        Bells bells = new Bells(database, crowd.logs());
        await("at the end, for notifications", bells::haveRung);
        Map<String, List<Heard>> logs = Logs.read(database, crowd.logs());
        await("at the end, for events", () -> crowd.hasHeardAll(logs));
        crowd.goHome();
        crowd.compareSnapshots();
        List<Finding> findings =
                new ArrayList<>(HistoryChecker.check(logs, crowd.histories().toList()));
        findings.addAll(bells.check());
        return new Outcome(seed, logs, crowd, bells.rings(), strikes, findings);
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
