package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The server a run starts for itself, and the people it makes there without asking them for passwords. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnServerTest {

    private OwnServer server;
    private Rig rig;

    @BeforeAll
    void start() {
        Options options = Options.parse(
                "--jar",
                classPath(),
                "--java",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "--seconds",
                "1",
                "--warmup",
                "0",
                "--connections",
                "20",
                "--people",
                "10");
        server = OwnServer.start(options);
        rig = new Rig(options, server);
    }

    /** Without the tests, whose log settings are not those of a server. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("/$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @AfterAll
    void stop() {
        rig.close();
        server.close();
    }

    @Test
    void people_who_never_signed_up_are_let_in_and_miss_nothing() {
        Result storm = Scenarios.named("storm").run(rig).getFirst();
        assertThat(storm.figure("deliveries")).isEqualTo(20);
        assertThat(storm.figure("lost")).isZero();
        assertThat(storm.figure("postgres transactions")).isPositive();
    }

    @Test
    void everybody_is_told_of_everybody_who_comes_and_goes() {
        List<Result> steps = Scenarios.named("presence").run(rig);
        assertThat(steps).hasSize(2).allSatisfy(step -> assertThat(step.figure("presence messages"))
                .isPositive());
    }

    @Test
    void memory_and_processor_time_are_known() {
        Memory memory = server.memory();
        assertThat(memory.live()).isPositive().isLessThan(memory.resident());
        assertThat(memory.outside()).isPositive().isLessThan(memory.resident());
        Usage usage = server.usage();
        assertThat(usage.server()).isPositive();
        assertThat(usage.postgres()).isPositive();
    }
}
