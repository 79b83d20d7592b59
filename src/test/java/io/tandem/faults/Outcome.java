package io.tandem.faults;

import io.tandem.faults.Finding.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a round.
 *
 * @param rings how often somebody was notified of something
 */
record Outcome(
        long seed,
        Map<String, List<Heard>> logs,
        Crowd crowd,
        int rings,
        List<Strike> strikes,
        List<Finding> findings) {

    long changes() {
        return logs.values().stream().mapToLong(List::size).sum();
    }

    /** Events that arrived at somebody's client. */
    long heard() {
        return crowd.histories()
                .flatMap(history -> history.logs().keySet().stream()
                        .map(log -> history.events(log).size()))
                .mapToLong(Integer::longValue)
                .sum();
    }

    long resyncs() {
        return crowd.live().stream().mapToLong(LiveWorker::resyncs).sum();
    }

    long answersLost() {
        return crowd.live().stream().mapToLong(LiveWorker::answersLost).sum();
    }

    private long count(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    @Override
    public String toString() {
        String bad = Arrays.stream(Kind.values())
                .map(kind ->
                        count(kind) + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "seed %d: %,d changes, %,d heard by %d clients, %,d notifications, %s; %d resyncs, %d answers lost and told again",
                seed,
                changes(),
                heard(),
                crowd.live().size(),
                rings,
                bad,
                resyncs(),
                answersLost());
    }
}
