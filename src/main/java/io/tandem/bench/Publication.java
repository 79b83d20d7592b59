package io.tandem.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the numbers of a run into the documentation: tables between two marks, and pictures. */
record Publication(Path docs) {

    private static final String BEGIN = "<!-- bench: begin -->\n";
    private static final String END = "<!-- bench: end -->";

    void publish(Numbers numbers) {
        try {
            Path page = docs.resolve("performance.md");
            Files.writeString(page, between(Files.readString(page), Markdown.of(numbers)));
            Files.createDirectories(docs.resolve("images"));
            Files.writeString(
                    docs.resolve("images/latency-over-load.svg"),
                    latency(numbers).svg());
            Files.writeString(
                    docs.resolve("images/memory-over-connections.svg"),
                    memory(numbers).svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String between(String page, String tables) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin)
            throw new BenchException("The page has no place for numbers: " + BEGIN + "… " + END);
        return page.substring(0, begin + BEGIN.length()) + tables + "\n" + page.substring(end);
    }

    private static Plot latency(Numbers numbers) {
        return new Plot(
                "From the time a request was due to the frame, 50 followers",
                "creates per second",
                "ms",
                true,
                List.of(
                        numbers.series("sweep", "p50", "rate_per_second", "request_to_frame_p50_ms"),
                        numbers.series("sweep", "p95", "rate_per_second", "request_to_frame_p95_ms"),
                        numbers.series("sweep", "p99", "rate_per_second", "request_to_frame_p99_ms"),
                        numbers.series("sweep", "p99.9", "rate_per_second", "request_to_frame_p99_9_ms")));
    }

    private static Plot memory(Numbers numbers) {
        return new Plot(
                "Memory of the server over idle connections",
                "connections",
                "MB",
                false,
                List.of(
                        numbers.series("idle", "resident", "connections", "resident_MB"),
                        numbers.series("idle", "live heap", "connections", "live_heap_MB"),
                        numbers.series("idle", "outside the heap", "connections", "outside_heap_MB")));
    }
}
