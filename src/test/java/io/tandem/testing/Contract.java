package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** openapi.yaml and asyncapi.yaml as they stand in the jar, every {@code $ref} replaced by what it refers to. */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final Map<String, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();

    private Contract() {}

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * One operation of the API.
     *
     * @param right what {@code x-right} says
     * @param body the schema of the body; missing where it takes none
     */
    public record Operation(
            String id,
            String method,
            String path,
            String right,
            List<Parameter> parameters,
            JsonNode body,
            boolean bodyRequired) {

        public List<Parameter> parameters(String in) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(in))
                    .toList();
        }

        /** The same request by another method. */
        public Operation by(String other) {
            return new Operation(id, other, path, right, parameters, body, bodyRequired);
        }

        public boolean isPublic() {
            return right.equals("public");
        }

        public boolean hasBody() {
            return !body.isMissingNode();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * One thing a client may say on a socket.
     *
     * @param right what {@code x-right} says
     * @param payload the schema of the whole message
     */
    public record Message(String type, String right, JsonNode payload) {

        /** The schema of {@code data}. */
        public JsonNode data() {
            return payload.at("/properties/data");
        }

        @Override
        public String toString() {
            return type;
        }
    }

    public static List<Operation> operations() {
        JsonNode paths = part("openapi.yaml", "/paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(path.getKey(), path.getValue(), method.getKey(), method.getValue())))
                .toList();
    }

    private static Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        List<Parameter> parameters = Stream.of(item, operation)
                .flatMap(place -> StreamSupport.stream(place.path("parameters").spliterator(), false))
                .map(Contract::parameter)
                .toList();
        JsonNode body = operation.path("requestBody");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("x-right").asText(),
                parameters,
                body.path("content").path("application/json").path("schema"),
                body.path("required").asBoolean());
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(
                node.path("name").asText(),
                node.path("in").asText(),
                node.path("required").asBoolean(),
                node.path("schema"));
    }

    /** Every code a problem may have. */
    public static List<String> codes() {
        JsonNode codes = part("openapi.yaml", "/components/schemas/Problem/properties/code/enum");
        return StreamSupport.stream(codes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Everything a client may say on a socket. */
    public static List<Message> messages() {
        JsonNode heard = part("asyncapi.yaml", "/operations/hearOnSocket/messages");
        return StreamSupport.stream(heard.spliterator(), false)
                .flatMap(Contract::messages)
                .toList();
    }

    /** What of it changes something. */
    public static List<Message> commands() {
        return messages(part("asyncapi.yaml", "/components/messages/command")).toList();
    }

    private static Stream<Message> messages(JsonNode message) {
        JsonNode payload = message.path("payload");
        if (!payload.has("oneOf")) return messages(message.path("x-right").asText(), payload);
        return StreamSupport.stream(payload.path("oneOf").spliterator(), false)
                .flatMap(schema -> messages(schema.path("x-right").asText(), schema));
    }

    private static Stream<Message> messages(String right, JsonNode payload) {
        JsonNode type = payload.at("/properties/type");
        Stream<JsonNode> names = type.has("const")
                ? Stream.of(type.path("const"))
                : StreamSupport.stream(type.path("enum").spliterator(), false);
        return names.map(name -> new Message(name.asText(), right, payload));
    }

    private static JsonNode part(String document, String pointer) {
        JsonNode root = document(document);
        return resolved(root.at(pointer), document, root);
    }

    /** Every reference leads into a document again: each is read once. */
    private static JsonNode document(String name) {
        return DOCUMENTS.computeIfAbsent(name, Contract::read);
    }

    private static JsonNode read(String name) {
        try (InputStream yaml = Contract.class.getClassLoader().getResourceAsStream(name)) {
            return JSON.valueToTree(new Yaml().load(Objects.requireNonNull(yaml, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resolved(JsonNode node, String document, JsonNode root) {
        if (node.path("$ref").isTextual()) return referred(node.path("$ref").asText(), document, root);
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue(), document, root)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(item -> copy.add(resolved(item, document, root)));
            return copy;
        }
        return node;
    }

    /** {@code #/components/…} of the same document, or of another one: {@code openapi.yaml#/components/…}. */
    private static JsonNode referred(String reference, String document, JsonNode root) {
        String[] parts = reference.split("#", 2);
        String other = parts[0].isEmpty() ? document : parts[0];
        JsonNode target = other.equals(document) ? root : document(other);
        return resolved(target.at(parts[1]), other, target);
    }
}
