package io.tandem.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All there are, by the names the command line uses. */
final class Scenarios {

    /** In the order they are run in. */
    private static final Map<String, Scenario> ALL = new LinkedHashMap<>();

    static {
        ALL.put("fan-out", Publishing.closed("fan-out", 1, 1000, 8, 1));
        ALL.put("burst", Publishing.closed("burst", 1, 1000, 32, 8));
        ALL.put("workspaces", Publishing.closed("workspaces", 200, 1000, 32, 1));
        ALL.put("one", Publishing.closed("one", 1, 5, 32, 1));
        ALL.put("latency", Publishing.open("latency", 50, 8, List.of(20)));
        ALL.put("sweep", Publishing.open("sweep", 50, 32, List.of(20, 50, 100, 200, 400, 600, 800, 1200, 1600, 2400)));
        ALL.put("idle", new Idle(List.of(1000, 5000, 10_000)));
        ALL.put("storm", new Storm(10_000));
        ALL.put("presence", new PresenceStorm(1000));
        ALL.put("tool", new Ceiling(200, List.of(1, 8)));
        ALL.put("snapshot", new BigSnapshot(10_000, 4));
    }

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
