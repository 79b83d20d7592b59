package io.tandem.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All there are, by the names the command line uses. */
final class Scenarios {

    private static final Map<String, Scenario> ALL = new TreeMap<>(Map.of(
            "fan-out", Publishing.closed("fan-out", 1, 1000, 8, 1),
            "burst", Publishing.closed("burst", 1, 1000, 32, 8),
            "latency", Publishing.open("latency", 50, 8, List.of(20)),
            "sweep", Publishing.open("sweep", 50, 32, List.of(20, 50, 100, 200, 400, 800, 1200, 1600, 2400)),
            "workspaces", Publishing.closed("workspaces", 200, 1000, 32, 1),
            "one", Publishing.closed("one", 1, 5, 32, 1)));

    private Scenarios() {}

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    static Scenario named(String name) {
        Scenario scenario = ALL.get(name);
        if (scenario == null)
            throw new BenchException(
                    "There is no scenario " + name + "; there are all, " + String.join(", ", ALL.keySet()));
        return scenario;
    }
}
