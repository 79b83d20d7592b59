package io.tandem.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a run as the tables of docs/performance.md. */
final class Markdown {

    private static final List<String> POINTS = List.of("p50", "p95", "p99", "p99_9");

    private final Numbers numbers;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Numbers numbers) {
        this.numbers = numbers;
    }

    static String of(Numbers numbers) {
        return new Markdown(numbers).write();
    }

    private String write() {
        machine();
        publishing();
        latency();
        idle();
        storms();
        snapshot();
        tool();
        return text.toString();
    }

    private void machine() {
        text.append(Stream.of("at", "processor", "cores", "memory", "kernel", "jdk", "version", "pins")
                .map(name -> name + " " + numbers.machine().path(name).asText())
                .collect(Collectors.joining(" · ", "Run: ", ".\n")));
    }

    private void publishing() {
        table(
                "Throughput, closed loop",
                "| | creates/s | deliveries/s | deliveries per CPU s of the server | with PostgreSQL | creates per CPU s of both | others on the core | lost | doubled |",
                Stream.of("fan-out", "burst", "workspaces", "one"),
                row -> cells(
                        row,
                        "creates_per_second",
                        "deliveries_per_second",
                        "deliveries_per_server_cpu_second",
                        "deliveries_per_server_and_postgres_cpu_second",
                        "creates_per_server_and_postgres_cpu_second",
                        "others_on_the_server_core_percent",
                        "lost",
                        "doubled"),
                Numbers.Row::scenario);
    }

    private void latency() {
        table(
                "Latency in ms, open loop, from the scheduled time",
                "| creates/s | deliveries/s | request→frame p50 | p95 | p99 | p99.9 | commit→written p50 | p95 | p99 | p99.9 | others on the core | lost | doubled |",
                Stream.of("latency", "sweep"),
                row -> cells(
                        row,
                        Stream.of(
                                        Stream.of("deliveries_per_second"),
                                        POINTS.stream().map(point -> "request_to_frame_" + point + "_ms"),
                                        POINTS.stream().map(point -> "commit_to_written_" + point + "_ms"),
                                        Stream.of("others_on_the_server_core_percent", "lost", "doubled"))
                                .flatMap(names -> names)
                                .toArray(String[]::new)),
                row -> row.scenario() + " " + Table.number(row.parameter("rate_per_second")));
    }

    private void idle() {
        table(
                "Idle connections",
                "| connections | resident MB | resident KB each | live heap KB each | outside the heap KB each | CPU of the server | of PostgreSQL |",
                Stream.of("idle"),
                row -> cells(
                        row,
                        "resident_MB",
                        "resident_per_connection_KB",
                        "live_heap_per_connection_KB",
                        "outside_heap_per_connection_KB",
                        "server_cpu_percent",
                        "postgres_cpu_percent"),
                row -> Table.number(row.parameter("connections")));
    }

    private void storms() {
        table(
                "Reconnect storm",
                "| connections | all caught up after s | p50 ms | p99 ms | turned away meanwhile | transactions per connection | CPU s of the server | of PostgreSQL | resyncs | lost | doubled |",
                Stream.of("storm"),
                row -> cells(
                        row,
                        "all_caught_up_after_s",
                        "caught_up_after_p50_ms",
                        "caught_up_after_p99_ms",
                        "turned_away_meanwhile",
                        "postgres_transactions_per_connection",
                        "server_cpu_seconds_s",
                        "postgres_cpu_seconds_s",
                        "resyncs",
                        "lost",
                        "doubled"),
                row -> Table.number(row.parameter("connections")));
        table(
                "Presence storm",
                "| | people | last told after s | presence messages per socket | received MB | CPU s of the server |",
                Stream.of("presence-join", "presence-leave"),
                row -> cell(row.parameter("people"))
                        + cells(
                                row,
                                "last_told_after_s",
                                "presence_messages_per_socket",
                                "received_MB",
                                "server_cpu_seconds_s"),
                Numbers.Row::scenario);
    }

    private void snapshot() {
        table(
                "Big snapshot",
                "| tasks | snapshots/s | compressed MB | first byte p50 ms | p99 | whole p50 ms | p99 | CPU ms of the server each | of PostgreSQL |",
                Stream.of("snapshot"),
                row -> cells(
                        row,
                        "snapshots_per_second",
                        "size_compressed_MB",
                        "first_byte_p50_ms",
                        "first_byte_p99_ms",
                        "whole_p50_ms",
                        "whole_p99_ms",
                        "server_cpu_per_snapshot_ms",
                        "postgres_cpu_per_snapshot_ms"),
                row -> Table.number(row.parameter("tasks")));
    }

    private void tool() {
        table(
                "The tool alone",
                "| events per read | deliveries per CPU s of its event loop |",
                Stream.of("tool"),
                row -> cells(row, "deliveries_per_loop_cpu_second"),
                row -> Table.number(row.parameter("events_per_read")));
    }

    private void table(
            String title,
            String head,
            Stream<String> scenarios,
            Function<Numbers.Row, String> cells,
            Function<Numbers.Row, String> name) {
        List<Numbers.Row> rows =
                scenarios.flatMap(scenario -> numbers.of(scenario).stream()).toList();
        if (rows.isEmpty()) return;
        String rule = "|---".repeat(head.split("\\|").length - 1) + "|";
        text.append(String.format(Locale.ROOT, "%n**%s**%n%n%s%n%s%n", title, head, rule));
        rows.forEach(row -> text.append("| ")
                .append(name.apply(row))
                .append(" |")
                .append(cells.apply(row))
                .append('\n'));
    }

    private static String cells(Numbers.Row row, String... figures) {
        return Stream.of(figures).map(figure -> cell(row.figure(figure))).collect(Collectors.joining());
    }

    private static String cell(double value) {
        return " " + Table.number(value) + " |";
    }
}
