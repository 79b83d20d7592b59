package io.tandem.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param report numbers of an earlier run to write into the documentation, instead of a run
 * @param docs the folder of performance.md
 * @param server one that runs already; null: an own one is started
 * @param jar of the own server, or a class path with it
 * @param java flags of the own server's JVM
 * @param settings of the own server by their keys, such as {@code database.pool_size}
 * @param pin the cores the own server is held on, as taskset names them; null: all
 * @param numbers sizes of scenarios by their names; what is missing a scenario sets itself
 */
record Options(
        List<String> scenarios,
        int seconds,
        int warmupSeconds,
        @Nullable Path json,
        @Nullable Path report,
        Path docs,
        @Nullable URI server,
        String jar,
        List<String> java,
        Map<String, String> settings,
        @Nullable String pin,
        String version,
        Map<String, Integer> numbers) {

    private static final long SETTLE_MS_MAX = 3_000;

    private static final Set<String> NUMBERS = Set.of(
            "subscribers", "publishers", "burst", "rate", "workspaces", "connections", "people", "tasks", "readers");

    static Options parse(String... arguments) {
        return new Parser(List.of(arguments)).options();
    }

    /** Until what has just begun is under way, and what has just ended is over. */
    long settleMs() {
        return Math.min(SETTLE_MS_MAX, warmupSeconds * 500L);
    }

    int number(String name, int otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

    private static final class Parser {

        private final List<String> scenarios = new ArrayList<>();
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<String, Integer> numbers = new TreeMap<>();

        Parser(List<String> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (!argument.startsWith("--")) scenarios.add(argument);
                else if (i + 1 == arguments.size()) throw new BenchException(argument + " needs a value");
                else take(argument.substring(2), arguments.get(++i));
            }
        }

        private void take(String name, String value) {
            if (NUMBERS.contains(name)) numbers.put(name, number(name, value));
            else if (name.equals("set")) set(value);
            else values.put(name, value);
        }

        private void set(String setting) {
            String[] parts = setting.split("=", 2);
            if (parts.length < 2) throw new BenchException("--set needs key=value, not " + setting);
            settings.put(parts[0], parts[1]);
        }

        private static int number(String name, String value) {
            if (!value.matches("\\d{1,9}"))
                throw new BenchException("--" + name + " needs a whole number, not " + value);
            return Integer.parseInt(value);
        }

        Options options() {
            Options options = new Options(
                    List.copyOf(scenarios),
                    number("seconds", taken("seconds").orElse("10")),
                    number("warmup", taken("warmup").orElse("10")),
                    taken("json").map(Path::of).orElse(null),
                    taken("report").map(Path::of).orElse(null),
                    Path.of(taken("docs").orElse("docs")),
                    taken("server").map(URI::create).orElse(null),
                    taken("jar").orElse("target/tandem.jar"),
                    taken("java")
                            .map(flags -> List.of(flags.strip().split("\\s+")))
                            .orElse(List.of()),
                    Map.copyOf(settings),
                    taken("pin").orElse(null),
                    taken("version").orElse(""),
                    Map.copyOf(numbers));
            if (!values.isEmpty())
                throw new BenchException(
                        "There is no option --" + values.keySet().iterator().next());
            return options;
        }

        private Optional<String> taken(String name) {
            return Optional.ofNullable(values.remove(name));
        }
    }
}
