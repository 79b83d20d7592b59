package io.tandem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who got what answer, as a table to read: a row for each question, a column for each part. */
public final class MatrixReport {

    private final String title;
    private final Map<String, Map<Part, String>> rows = new LinkedHashMap<>();

    public MatrixReport(String title) {
        this.title = title;
    }

    /** Where the row stands, though it is filled later. */
    public void row(String row) {
        rows.computeIfAbsent(row, name -> new EnumMap<>(Part.class));
    }

    public void add(String row, Part part, Object outcome) {
        row(row);
        rows.get(row).merge(part, "" + outcome, (one, other) -> one.equals(other) ? one : one + ", " + other);
    }

    public int cells() {
        return rows.values().stream().mapToInt(Map::size).sum();
    }

    /** Rows that have no answer for somebody. */
    public List<String> gaps() {
        return rows.entrySet().stream()
                .flatMap(row -> Arrays.stream(Part.values())
                        .filter(part -> !row.getValue().containsKey(part))
                        .map(part -> row.getKey() + " by " + part))
                .toList();
    }

    public void write(Path file) {
        String parts = Arrays.stream(Part.values()).map(Part::toString).collect(Collectors.joining(" | "));
        String text = "# " + title + "\n\n" + cells() + " cells.\n\n| | " + parts + " |\n"
                + "|---".repeat(Part.values().length + 1) + "|\n" + lines();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lines() {
        return rows.entrySet().stream()
                .map(row -> Stream.concat(
                                Stream.of(row.getKey()),
                                Arrays.stream(Part.values())
                                        .map(part -> row.getValue().getOrDefault(part, "")))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
