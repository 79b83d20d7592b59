package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void what_is_not_said_has_a_default() {
        Options options = Options.parse();
        assertThat(options.scenarios()).isEmpty();
        assertThat(options.seconds()).isEqualTo(10);
        assertThat(options.server()).isNull();
        assertThat(options.number("subscribers", 7)).isEqualTo(7);
    }

    @Test
    void names_and_options_may_stand_in_any_order() {
        Options options = Options.parse(
                "--seconds",
                "3",
                "fan-out",
                "--set",
                "limits.ring_events=64",
                "--subscribers",
                "12",
                "idle",
                "--json",
                "x.json",
                "--java",
                "-Xmx1g -XX:+UseZGC",
                "--server",
                "http://localhost:8080");
        assertThat(options.scenarios()).containsExactly("fan-out", "idle");
        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.settings()).containsEntry("limits.ring_events", "64");
        assertThat(options.number("subscribers", 7)).isEqualTo(12);
        assertThat(options.java()).containsExactly("-Xmx1g", "-XX:+UseZGC");
        assertThat(options.json()).isEqualTo(Path.of("x.json"));
        assertThat(options.server()).isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void what_makes_no_sense_is_refused_in_one_line() {
        assertThatThrownBy(() -> Options.parse("--colour", "red")).hasMessageContaining("no option --colour");
        assertThatThrownBy(() -> Options.parse("--seconds")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.parse("--seconds", "soon")).hasMessageContaining("whole number");
        assertThatThrownBy(() -> Options.parse("--set", "key")).hasMessageContaining("key=value");
        assertThatThrownBy(() -> Scenarios.named("fun")).hasMessageContaining("there are all, fan-out, ");
    }
}
