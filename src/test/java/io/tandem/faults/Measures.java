package io.tandem.faults;

import io.tandem.faults.History.Ack;
import io.tandem.faults.LiveWorker.Outage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a fault meant to people, in milliseconds.
 *
 * @param reconnects for each client that was cut off: from the fault, or the goodbye, until it followed all its logs
 *     again
 * @param gap the longest time from an answer to its author until the change arrived at another client that stayed
 *     connected and whose connection is not a slow one
 * @param gapOfAll the same for all clients: those that were cut off hear of it when they are back
 */
record Measures(Fault fault, List<Long> reconnects, long gap, long gapOfAll) {

    private static final long NANOS = 1_000_000;

    static List<Measures> of(Outcome outcome) {
        Map<String, Long> numbers = new HashMap<>();
        outcome.logs().values().forEach(log -> log.forEach(event -> numbers.put(event.operationId(), event.seq())));
        List<Arrivals> arrivals =
                outcome.crowd().live().stream().map(Arrivals::of).toList();
        return outcome.strikes().stream()
                .map(strike -> of(strike, outcome.crowd(), numbers, arrivals))
                .toList();
    }

    /** When one client heard what. */
    private record Arrivals(LiveWorker client, Map<String, Map<Long, Long>> byLog) {

        static Arrivals of(LiveWorker client) {
            Map<String, Map<Long, Long>> byLog = new HashMap<>();
            client.history().logs().keySet().forEach(log -> {
                Map<Long, Long> times = byLog.computeIfAbsent(log, any -> new HashMap<>());
                client.history()
                        .events(log)
                        .forEach(event -> times.put(event.heard().seq(), event.atNanos()));
            });
            return new Arrivals(client, byLog);
        }
    }

    private static Measures of(Strike strike, Crowd crowd, Map<String, Long> numbers, List<Arrivals> arrivals) {
        List<Long> reconnects = crowd.live().stream()
                .flatMap(client -> client.outages().stream())
                .filter(outage -> strike.covers(outage.fromNanos()))
                .map(outage -> (outage.toNanos() - strike.causeOf(outage.fromNanos())) / NANOS)
                .toList();
        long gap = 0;
        long gapOfAll = 0;
        for (Worker author : crowd.all()) {
            for (Ack ack : author.history().acks()) {
                Long seq = numbers.get(ack.operationId());
                if (seq == null) continue;
                for (Arrivals at : arrivals) {
                    Long arrived = at.byLog().getOrDefault(ack.log(), Map.of()).get(seq);
                    if (arrived == null || at.client() == author || !strike.covers(arrived)) continue;
                    long late = Math.max(0, arrived - ack.atNanos()) / NANOS;
                    gapOfAll = Math.max(gapOfAll, late);
                    if (reads(at.client(), strike)) gap = Math.max(gap, late);
                }
            }
        }
        return new Measures(strike.fault(), reconnects, gap, gapOfAll);
    }

    private static boolean reads(LiveWorker client, Strike strike) {
        boolean isCutOff = client.outages().stream().map(Outage::fromNanos).anyMatch(strike::covers);
        return !isCutOff && !client.isNarrow();
    }
}
