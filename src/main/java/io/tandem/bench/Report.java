package io.tandem.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run for machines and for people. */
record Report(Machine machine, List<Result> results) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(json()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.set("machine", JSON.valueToTree(machine));
        var all = root.putArray("results");
        for (Result result : results) {
            ObjectNode one = all.addObject().put("scenario", result.scenario());
            fill(one.putObject("parameters"), result.parameters());
            fill(one.putObject("figures"), result.figures());
        }
        return root;
    }

    private static void fill(ObjectNode node, List<Figure> figures) {
        for (Figure figure : figures) {
            if (Double.isFinite(figure.value())) node.put(figure.key(), figure.value());
            else node.putNull(figure.key());
        }
    }

    static String table(Result result) {
        String parameters = result.parameters().stream()
                .map(figure -> figure.name() + " " + Table.number(figure.value()) + figure.unit())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%n%s (%s)%n%s", result.scenario(), parameters, Table.of(result.figures()));
    }
}
