package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    private static final String RUN = """
            {"machine": {"cores": 2},
             "results": [
               {"scenario": "sweep", "parameters": {"rate_per_second": 20},
                "figures": {"request_to_frame_p50_ms": 1.25, "lost": 0}},
               {"scenario": "sweep", "parameters": {"rate_per_second": 40},
                "figures": {"request_to_frame_p50_ms": 40.0, "lost": 0}},
               {"scenario": "idle", "parameters": {"connections": 1000}, "figures": {"resident_MB": 300.0}}]}
            """;

    @Test
    void numbers_stand_between_the_marks_and_nothing_else_is_touched(@TempDir Path docs) throws IOException {
        Files.writeString(docs.resolve("run.json"), RUN);
        Files.writeString(
                docs.resolve("performance.md"), "before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n");
        new Publication(docs).publish(Numbers.read(docs.resolve("run.json")));
        assertThat(Files.readString(docs.resolve("performance.md")))
                .startsWith("before\n")
                .endsWith("<!-- bench: end -->\nafter\n")
                .doesNotContain("old")
                .contains("cores 2")
                .contains("| sweep 20 | — | 1.25 |")
                .contains("| 1,000 | 300 |");
        assertThat(Files.readString(docs.resolve("images/latency-over-load.svg")))
                .contains("<polyline", "creates per second");
        assertThat(docs.resolve("images/memory-over-connections.svg")).isNotEmptyFile();
    }

    @Test
    void a_page_without_marks_is_left_alone() {
        assertThatThrownBy(() -> Publication.between("nothing here", "tables")).hasMessageContaining("no place");
    }

    @Test
    void a_plot_is_drawn_inside_its_frame() {
        Series line = new Series("p50", List.of(new Series.Point(10, 0.5), new Series.Point(100, 80)));
        String svg = new Plot("Title", "x", "ms", true, List.of(line, new Series("nothing", List.of()))).svg();
        assertThat(svg)
                .contains("points=\"120.0,", "prefers-color-scheme: dark", ">p50<")
                .doesNotContain("NaN", ">nothing<");
    }
}
