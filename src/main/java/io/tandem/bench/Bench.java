package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;

/** The load tool: see docs/performance.md, and {@code bin/bench --help}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.report() == null) run(options);
            else new Publication(options.docs()).publish(Numbers.read(options.report()));
        } catch (BenchException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) {
        Machine machine = Machine.of(options);
        System.out.println(machine);
        List<Result> results = new ArrayList<>();
        for (String name : names(options)) {
            System.err.println(name + " …");
            List<Result> made = run(name, options);
            made.forEach(result -> System.out.print(Report.table(result)));
            results.addAll(made);
            if (options.json() != null) new Report(machine, results).write(options.json());
        }
    }

    private static List<String> names(Options options) {
        List<String> names = options.scenarios();
        if (names.isEmpty() || names.contains("all")) return Scenarios.names().toList();
        names.forEach(Scenarios::named);
        return names;
    }

    private static List<Result> run(String name, Options options) {
        try (Server server = options.server() == null ? OwnServer.start(options) : new RunningServer(options.server());
                Rig rig = new Rig(options, server)) {
            return Scenarios.named(name).run(rig);
        }
    }
}
