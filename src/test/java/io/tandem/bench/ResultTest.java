package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

    private static final Machine MACHINE = Machine.of(Options.parse("--version", "v1"));

    private static Result result(String scenario, String parameter, double value, Result.Sheet figures) {
        return new Result(scenario, new Result.Sheet().add(parameter, value).figures(), figures.figures());
    }

    @Test
    void latencies_are_told_as_percentiles_in_milliseconds() {
        Histogram nanos = new Histogram(3);
        for (int ms = 1; ms <= 1_000; ms++) nanos.recordValue(ms * 1_000_000L);
        Result result = result("latency", "rate", 20, new Result.Sheet().latency("request→frame", nanos));
        assertThat(result.figure("request→frame p50")).isBetween(499.0, 501.0);
        assertThat(result.figure("request→frame p99.9")).isBetween(998.0, 1_000.0);
        assertThat(result.parameter("rate")).isEqualTo(20);
        assertThat(result.figure("no such")).isNaN();
    }

    @Test
    void names_become_keys_without_anything_special() {
        assertThat(Figure.of("request→frame p99.9", 1, "ms").key()).isEqualTo("request_to_frame_p99_9_ms");
        assertThat(Figure.of("creates", 1, "/s").key()).isEqualTo("creates_per_second");
        assertThat(Figure.of("others on the server's core", 1, "%").key())
                .isEqualTo("others_on_the_server_core_percent");
    }

    @Test
    void numbers_are_no_more_exact_than_a_measurement() {
        assertThat(List.of(Table.number(1234567.8), Table.number(12.34), Table.number(0.128), Table.number(3)))
                .containsExactly("1,234,568", "12.3", "0.13", "3");
        assertThat(Table.number(Double.NaN)).isEqualTo("—");
    }

    @Test
    void people_get_a_table() {
        Result result = result("idle", "connections", 5, new Result.Sheet().add("resident", 7, "MB"));
        assertThat(Report.table(result)).contains("idle (connections 5)").containsPattern("resident +7 MB");
    }

    @Test
    void a_run_comes_back_from_its_file(@TempDir Path folder) {
        Path file = folder.resolve("run.json");
        Result.Sheet figures = new Result.Sheet().add("creates", 19.5, "/s").add("resident", Double.NaN, "MB");
        new Report(MACHINE, List.of(result("sweep", "rate", 20, figures))).write(file);
        Numbers numbers = Numbers.read(file);
        assertThat(numbers.machine().path("version").asText()).isEqualTo("v1");
        assertThat(numbers.of("sweep").getFirst().figure("creates_per_second")).isEqualTo(19.5);
        assertThat(numbers.of("sweep").getFirst().figure("resident_MB")).isNaN();
        assertThat(numbers.series("sweep", "p50", "rate", "creates_per_second").points())
                .containsExactly(new Series.Point(20, 19.5));
    }

    @Test
    void a_sweep_ends_with_the_first_load_that_was_too_much() {
        List<Result> results = new Sweep(
                        List.of(20, 50, 100),
                        rate -> result(
                                "sweep", "rate", rate, new Result.Sheet().add("creates", Math.min(rate, 40), "/s")))
                .results();
        assertThat(results).hasSize(2);
    }
}
