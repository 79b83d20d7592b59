package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** From a value that fits its JSON Schema, all the values next to it that just do not. */
public final class Misfits {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One of each type, none of which would be wrong but for its type. */
    private static final Map<String, JsonNode> ONE_OF_EACH = oneOfEach();

    /** What texts with a pattern are there to keep out; PostgreSQL cannot keep NUL. */
    private static final List<String> ODD_TEXTS =
            List.of("\u0000", "a\u0000b", "two\nlines", "two\r", "tab\t", "   ", "\u007f");

    private Misfits() {}

    /** @param what for a reader of the failure: {@code /labels: twice the same} */
    public record Misfit(String what, JsonNode value) {}

    private static Map<String, JsonNode> oneOfEach() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("string", JSON.textNode("text"));
        values.put("integer", JSON.numberNode(7));
        values.put("number", JSON.numberNode(1.5));
        values.put("boolean", JSON.booleanNode(true));
        values.put("array", JSON.arrayNode());
        values.put("object", JSON.objectNode());
        values.put("null", NullNode.instance);
        return values;
    }

    public static List<Misfit> of(JsonNode schema, JsonNode valid) {
        return at("", schema, valid).toList();
    }

    private static Stream<Misfit> at(String pointer, JsonNode schema, JsonNode valid) {
        return Stream.of(types(schema), here(schema, valid))
                .flatMap(misfits -> misfits)
                .map(misfit -> new Misfit(pointer + ": " + misfit.what(), misfit.value()))
                .flatMap(misfit -> Stream.of(misfit));
    }

    private static Stream<Misfit> here(JsonNode schema, JsonNode valid) {
        if (schema.has("enum")) return Stream.of(new Misfit("none of the words", JSON.textNode("nonsense")));
        if (valid instanceof ObjectNode object) return object(schema, object);
        if (valid instanceof ArrayNode array) return array(schema, array);
        if (valid.isTextual()) return text(schema, valid.textValue());
        return valid.isNumber() ? number(schema) : Stream.of();
    }

    private static Stream<Misfit> types(JsonNode schema) {
        List<String> allowed = words(schema.path("type"));
        if (allowed.isEmpty()) throw new AssertionError("A schema without a type: " + schema);
        return ONE_OF_EACH.entrySet().stream()
                .filter(one -> !allowed.contains(one.getKey()))
                .filter(one -> !(one.getKey().equals("integer") && allowed.contains("number")))
                .map(one -> new Misfit("a " + one.getKey(), one.getValue()));
    }

    private static List<String> words(JsonNode node) {
        if (node.isTextual()) return List.of(node.textValue());
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<Misfit> text(JsonNode schema, String valid) {
        List<String> texts = new ArrayList<>();
        if (schema.path("minLength").asInt() > 0) texts.add("");
        if (schema.path("minLength").asInt() > 1) texts.add(shortened(schema, valid));
        if (schema.has("maxLength")) texts.add(lengthened(schema, valid));
        if (schema.has("pattern")) texts.addAll(odd(schema, valid));
        if (schema.path("format").asText().equals("uuid"))
            texts.addAll(List.of("urn:uuid:" + valid, "{" + valid + "}"));
        if (schema.path("format").asText().equals("date-time"))
            texts.addAll(List.of("tomorrow", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01"));
        return texts.stream().map(text -> new Misfit(shown(text), JSON.textNode(text)));
    }

    private static String shortened(JsonNode schema, String valid) {
        return valid.substring(
                0, Math.min(valid.length(), schema.path("minLength").asInt() - 1));
    }

    private static String lengthened(JsonNode schema, String valid) {
        int missing = schema.path("maxLength").asInt() + 1 - valid.length();
        return valid + "x".repeat(Math.max(1, missing));
    }

    private static Stream<String> asMisfits(Pattern pattern, String valid) {
        return ODD_TEXTS.stream()
                .flatMap(odd -> Stream.of(odd, valid + odd, valid.charAt(0) + odd + valid.substring(1)))
                .filter(text -> !pattern.matcher(text).find())
                .distinct();
    }

    private static List<String> odd(JsonNode schema, String valid) {
        return asMisfits(Pattern.compile(schema.path("pattern").asText()), valid)
                .toList();
    }

    private static String shown(String text) {
        String escaped = TextNode.valueOf(text).toString();
        return escaped.length() > 60 ? text.length() + " characters" : escaped;
    }

    private static Stream<Misfit> number(JsonNode schema) {
        List<JsonNode> numbers = new ArrayList<>();
        if (schema.has("minimum"))
            numbers.add(JSON.numberNode(schema.path("minimum").asLong() - 1));
        if (schema.has("maximum"))
            numbers.add(JSON.numberNode(schema.path("maximum").asLong() + 1));
        numbers.add(JSON.numberNode(BigInteger.TEN.pow(30)));
        return numbers.stream().map(number -> new Misfit(number.toString(), number));
    }

    private static Stream<Misfit> array(JsonNode schema, ArrayNode valid) {
        JsonNode item = valid.path(0);
        if (item.isMissingNode()) throw new AssertionError("The walk needs an example with an item: " + schema);
        Stream<Misfit> items = at("/0", schema.path("items"), item)
                .map(misfit -> new Misfit(misfit.what(), JSON.arrayNode().add(misfit.value())));
        Stream<Misfit> many = schema.has("maxItems")
                ? Stream.of(new Misfit(
                        "too many items", times(item, schema.path("maxItems").asInt() + 1)))
                : Stream.of();
        Stream<Misfit> twice = schema.path("uniqueItems").asBoolean()
                ? Stream.of(new Misfit("twice the same", times(item, 2)))
                : Stream.of();
        return Stream.of(items, many, twice).flatMap(misfits -> misfits);
    }

    private static ArrayNode times(JsonNode item, int times) {
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < times; i++) items.add(item);
        return items;
    }

    private static Stream<Misfit> object(JsonNode schema, ObjectNode valid) {
        return Stream.of(fields(schema, valid), missing(schema, valid), counted(schema, valid))
                .flatMap(misfits -> misfits);
    }

    private static Stream<Misfit> fields(JsonNode schema, ObjectNode valid) {
        return schema.path("properties").properties().stream()
                .filter(field -> valid.has(field.getKey()))
                .flatMap(field -> at("/" + field.getKey(), field.getValue(), valid.path(field.getKey()))
                        .map(misfit ->
                                new Misfit(misfit.what(), valid.deepCopy().set(field.getKey(), misfit.value()))));
    }

    private static Stream<Misfit> missing(JsonNode schema, ObjectNode valid) {
        Stream<String> demanded = schema.path("dependentRequired").properties().stream()
                .filter(field -> valid.has(field.getKey()))
                .flatMap(field -> words(field.getValue()).stream());
        return Stream.concat(words(schema.path("required")).stream(), demanded)
                .distinct()
                .map(name -> new Misfit("without " + name, valid.deepCopy().without(name)));
    }

    private static Stream<Misfit> counted(JsonNode schema, ObjectNode valid) {
        List<Misfit> misfits = new ArrayList<>();
        if (schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean()) {
            misfits.add(new Misfit("an unknown field", valid.deepCopy().put("created_by", "me")));
        }
        if (schema.path("minProperties").asInt()
                > words(schema.path("required")).size()) {
            misfits.add(new Misfit("too few fields", valid.deepCopy().retain(words(schema.path("required")))));
        }
        if (!schema.has("properties")) misfits.addAll(nuls());
        if (schema.has("maxProperties")) misfits.add(new Misfit("too many fields", crowded(schema, valid)));
        return misfits.stream();
    }

    /** Where nobody says which fields there are, the texts in it still end up in a database. */
    private static List<Misfit> nuls() {
        return List.of(
                new Misfit("NUL in a value", JSON.objectNode().put("a", "\u0000")),
                new Misfit("NUL in a name", JSON.objectNode().put("a\u0000", 1)),
                new Misfit(
                        "NUL further in",
                        JSON.objectNode().set("a", JSON.arrayNode().add("b\\\u0000"))));
    }

    /** Both places at once where only one may be given, or more fields than anything may have. */
    private static ObjectNode crowded(JsonNode schema, ObjectNode valid) {
        ObjectNode crowded = valid.deepCopy();
        JsonNode any =
                valid.properties().stream().map(Map.Entry::getValue).findFirst().orElse(JSON.textNode("x"));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (!crowded.has(name)) crowded.set(name, any);
        });
        if (schema.path("properties").isEmpty()) {
            for (int i = 0; i <= schema.path("maxProperties").asInt(); i++) crowded.put("field_" + i, i);
        }
        return crowded;
    }
}
