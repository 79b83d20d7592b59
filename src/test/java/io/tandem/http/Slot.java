package io.tandem.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.Reference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request where the id of something stands.
 *
 * @param in {@code path}, {@code query} or {@code body}
 */
record Slot(String in, String name, Reference reference) {

    static List<Slot> of(Ask ask) {
        Operation operation = ask.operation();
        Stream<String> body =
                operation.hasBody() ? ask.json().properties().stream().map(Map.Entry::getKey) : Stream.of();
        return Stream.of(
                        slots("path", ask.path().keySet().stream(), operation),
                        slots("query", ask.query().keySet().stream(), operation),
                        slots("body", body, operation))
                .flatMap(slots -> slots)
                .toList();
    }

    private static Stream<Slot> slots(String in, Stream<String> names, Operation operation) {
        return names.flatMap(name -> {
            Reference reference = reference(in, name, operation);
            return reference == null ? Stream.of() : Stream.of(new Slot(in, name, reference));
        });
    }

    private static @Nullable Reference reference(String in, String name, Operation operation) {
        return in.equals("path") && name.equals("id")
                ? Reference.inPath(operation.path())
                : Reference.of(name, operation.id());
    }

    /** Whether this id says in which workspace the right is asked for. */
    boolean isScope() {
        return (in.equals("path") && name.equals("id")) || name.equals("workspace_id");
    }

    /** Whether what is not there is no mistake: a list is only narrowed down to nothing. */
    boolean isFilter(Operation operation) {
        return operation.method().equals("GET") && in.equals("query") && !isScope();
    }

    Ask fill(Ask ask, UUID id) {
        return switch (in) {
            case "path" -> ask.path(name, id.toString());
            case "query" -> ask.query(name, id.toString());
            default -> ask.body(with(ask.json(), id));
        };
    }

    private JsonNode with(JsonNode body, UUID id) {
        ObjectNode copy = body.deepCopy();
        if (copy.path(name) instanceof ArrayNode array) array.removeAll().add(id.toString());
        else copy.put(name, id.toString());
        return copy;
    }

    @Override
    public String toString() {
        return in + " " + name;
    }
}
