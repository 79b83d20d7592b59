package io.tandem.faults;

import io.tandem.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** How long people waited at each kind of fault, over all rounds: a table to read, and the same as JSON. */
final class FaultReport {

    private static final String ROW = "%-36s %6s %8s %17s %13s %15s %13s%n";

    private final List<Line> rounds = new ArrayList<>();
    private final List<Measures> measures = new ArrayList<>();

    private record Line(long seed, long changes, long heard, long resyncs, List<String> findings) {}

    /** Times in milliseconds; {@code struck} and {@code cutOff} are counts. */
    private record Row(
            String fault,
            int struck,
            int cutOff,
            long reconnectMedian,
            long reconnectMax,
            long gapMax,
            long gapOfAllMax) {}

    private record Whole(List<Line> rounds, List<Row> faults) {}

    void add(Outcome outcome) {
        List<String> findings =
                outcome.findings().stream().limit(50).map(Finding::toString).toList();
        rounds.add(new Line(outcome.seed(), outcome.changes(), outcome.heard(), outcome.resyncs(), findings));
        measures.addAll(Measures.of(outcome));
    }

    private List<Row> rows() {
        return Arrays.stream(Fault.values())
                .map(fault -> row(
                        fault,
                        measures.stream().filter(one -> one.fault() == fault).toList()))
                .filter(row -> row.struck() > 0)
                .toList();
    }

    private static Row row(Fault fault, List<Measures> all) {
        List<Long> reconnects =
                all.stream().flatMap(one -> one.reconnects().stream()).sorted().toList();
        int count = reconnects.size();
        return new Row(
                fault.words(),
                all.size(),
                count,
                count == 0 ? 0 : reconnects.get(count / 2),
                count == 0 ? 0 : reconnects.getLast(),
                max(all, Measures::gap),
                max(all, Measures::gapOfAll));
    }

    private static long max(List<Measures> all, ToLongFunction<Measures> what) {
        return all.stream().mapToLong(what).max().orElse(0);
    }

    /** For people. */
    String table() {
        StringBuilder table = new StringBuilder(ROW.formatted(
                "in ms", "struck", "cut off", "reconnect median", "reconnect max", "gap, connected", "gap, all"));
        for (Row row : rows()) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    row.fault(),
                    row.struck(),
                    row.cutOff(),
                    row.cutOff() == 0 ? "" : row.reconnectMedian(),
                    row.cutOff() == 0 ? "" : row.reconnectMax(),
                    row.gapMax(),
                    row.gapOfAllMax()));
        }
        return table.toString();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.encode(new Whole(rounds, rows())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
