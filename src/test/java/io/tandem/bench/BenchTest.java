package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario, tiny, against a real server: what it measures is nobody's business here, that nothing is lost is. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchTest {

    private TandemServer server;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Options options(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--server",
                server.url("").toString(),
                "--seconds",
                "1",
                "--warmup",
                "0",
                "--subscribers",
                "6",
                "--publishers",
                "2",
                "--workspaces",
                "2",
                "--connections",
                "10",
                "--people",
                "6",
                "--tasks",
                "20",
                "--rate",
                "20"));
        all.addAll(List.of(more));
        return Options.parse(all.toArray(String[]::new));
    }

    private List<Result> run(String scenario) {
        try (Rig rig = new Rig(options(), new RunningServer(server.url("")))) {
            return Scenarios.named(scenario).run(rig);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fan-out", "burst", "workspaces", "one", "latency", "sweep", "idle", "storm", "tool"})
    void nobody_loses_anything_and_nothing_comes_twice(String scenario) {
        List<Result> results = run(scenario);
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.figure("lost")).isZero();
            assertThat(result.figure("doubled")).isZero();
        });
    }

    @Test
    void everybody_gets_everything_that_was_created() {
        Result result = run("fan-out").getFirst();
        assertThat(result.figure("creates")).isPositive();
        assertThat(result.figure("deliveries")).isPositive();
        assertThat(result.figure("errors")).isZero();
    }

    @Test
    void latency_counts_from_when_a_request_was_due() {
        Result result = run("latency").getFirst();
        assertThat(result.figure("request→frame p50")).isPositive();
        assertThat(result.figure("request→frame p99")).isGreaterThanOrEqualTo(result.figure("request→frame p50"));
    }

    @Test
    void a_large_snapshot_is_read_again_and_again() {
        Result result = run("snapshot").getFirst();
        assertThat(result.figure("snapshots")).isPositive();
        assertThat(result.figure("size compressed")).isPositive();
    }

    @Test
    void a_run_writes_what_it_has_measured(@TempDir Path folder) {
        Path file = folder.resolve("run.json");
        Bench.main(new String[] {
            "one",
            "--server",
            server.url("").toString(),
            "--seconds",
            "1",
            "--warmup",
            "0",
            "--publishers",
            "1",
            "--json",
            file.toString()
        });
        assertThat(Numbers.read(file).of("one")).hasSize(1);
    }
}
