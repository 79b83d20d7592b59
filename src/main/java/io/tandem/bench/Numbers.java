package io.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code --json} has written, read again. */
record Numbers(JsonNode machine, List<Row> rows) {

    /** One result; names are the keys of the JSON. */
    record Row(String scenario, JsonNode parameters, JsonNode figures) {

        double parameter(String name) {
            return parameters.path(name).asDouble(Double.NaN);
        }

        double figure(String name) {
            return figures.path(name).asDouble(Double.NaN);
        }
    }

    static Numbers read(Path file) {
        try {
            return of(new ObjectMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new BenchException("No numbers in " + file + ": " + e.getMessage(), e);
        }
    }

    private static Numbers of(JsonNode root) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode result : root.path("results")) {
            rows.add(new Row(result.path("scenario").asText(), result.path("parameters"), result.path("figures")));
        }
        return new Numbers(root.path("machine"), rows);
    }

    List<Row> of(String scenario) {
        return rows.stream().filter(row -> row.scenario().equals(scenario)).toList();
    }

    /** One line of a plot over a parameter; what was not measured is left out. */
    Series series(String scenario, String name, String x, String y) {
        return new Series(
                name,
                of(scenario).stream()
                        .map(row -> new Series.Point(row.parameter(x), row.figure(y)))
                        .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                        .toList());
    }
}
