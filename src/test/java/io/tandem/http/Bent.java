package io.tandem.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tandem.platform.Ids;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract.Parameter;
import io.tandem.testing.Misfits;
import io.tandem.testing.Reference;
import io.tandem.testing.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;

/** All the ways to bend one valid request. */
record Bent(String what, Ask ask, Refusal refusal) {

    static final int BODY_BYTES_MAX = 65_536;

    private static final int DEEP = 5_000;
    private static final byte[] NO_UTF_8 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};

    static Stream<Bent> all(Ask valid, Cast cast) {
        return Stream.of(
                        strangers(valid, cast),
                        paths(valid, cast),
                        queries(valid, cast),
                        headers(valid),
                        bodies(valid),
                        shapes(valid),
                        references(valid, cast),
                        taken(valid, cast))
                .flatMap(bent -> bent);
    }

    private static Stream<Bent> strangers(Ask valid, Cast cast) {
        if (valid.operation().isPublic()) return Stream.of();
        String token = valid.headers().getOrDefault("Authorization", "");
        String[] parts = token.split("\\.");
        Stream<Ask> unknown = Stream.of(
                valid.withoutHeader("Authorization"),
                valid.header("Authorization", token.replace("Bearer", "Basic")),
                valid.token(""),
                valid.token("garbage"),
                valid.token("a.b.c"),
                valid.token("eyJhbGciOiJub25lIn0." + parts[1] + "."),
                valid.header("Authorization", parts[0] + "." + parts[1] + "." + "x".repeat(43)));
        Stream<Bent> bent = unknown.map(
                ask -> new Bent("signed in by " + ask.headers().get("Authorization"), ask, Refusal.NOT_SIGNED_IN));
        if (valid.operation().right().equals("signed_in")) return bent;
        Ask stranger = valid.token(cast.mallory().token());
        boolean seen = valid.operation().right().equals("administer_installation");
        return Stream.concat(
                bent, Stream.of(new Bent("by a stranger", stranger, seen ? Refusal.NOT_ALLOWED : Refusal.UNSEEN)));
    }

    private static Stream<Bent> paths(Ask valid, Cast cast) {
        return valid.operation().parameters("path").stream().flatMap(parameter -> path(valid, parameter, cast));
    }

    private static Stream<Bent> path(Ask valid, Parameter parameter, Cast cast) {
        String name = parameter.name();
        Reference reference = name.equals("id")
                ? Reference.inPath(valid.operation().path())
                : Reference.of(name, valid.operation().id());
        String text = valid.path().getOrDefault(name, "");
        Stream<String> garbage =
                Stream.of("nonsense", "\u0000", text + "x", "urn:uuid:" + text, "../" + text, "%", "'", "0", "null");
        Stream<Bent> wrong = reference == null
                ? Stream.of()
                : cast.wrong(reference).entrySet().stream()
                        .filter(id -> !name.equals("id") || !id.getKey().equals("elsewhere"))
                        .map(id -> new Bent(
                                "path " + name + " " + id.getKey(),
                                valid.path(name, id.getValue().toString()),
                                Refusal.UNSEEN));
        return Stream.concat(
                garbage.map(value -> new Bent("path " + name + "=" + value, valid.path(name, value), Refusal.UNSEEN)),
                wrong);
    }

    private static Stream<Bent> queries(Ask valid, Cast cast) {
        Stream<Bent> unknown = Stream.of(
                new Bent("an unknown parameter", valid.query("since_when", "1"), Refusal.INVALID),
                new Bent("an unknown parameter with a NUL", valid.query("\u0000", "\u0000"), Refusal.INVALID));
        return Stream.concat(
                unknown,
                valid.operation().parameters("query").stream().flatMap(parameter -> query(valid, parameter, cast)));
    }

    private static Stream<Bent> query(Ask valid, Parameter parameter, Cast cast) {
        String name = parameter.name();
        JsonNode schema = parameter.schema();
        JsonNode value = JsonNodeFactory.instance.textNode(valid.query().getOrDefault(name, ""));
        boolean isText = schema.path("type").asText().equals("string");
        Stream<String> bounds =
                isText ? Stream.of() : Stream.of("", "x", "1.5", "-1", "yes", "99999999999999999999", "1 ");
        Stream<String> misfits = Misfits.of(schema, isText ? value : number(schema)).stream()
                .filter(misfit ->
                        misfit.value().isTextual() == isText && misfit.value().isValueNode())
                .map(misfit -> misfit.value().asText());
        Stream<Bent> bent = Stream.concat(bounds, misfits)
                .filter(text ->
                        !text.equals("true") || !schema.path("type").asText().equals("boolean"))
                .filter(text -> !isText || schema.has("pattern") || schema.has("format") || !text.equals("text"))
                .map(text -> new Bent("query " + name + "=" + text, valid.query(name, text), Refusal.INVALID));
        return Stream.concat(bent, positions(valid, name, cast));
    }

    private static JsonNode number(JsonNode schema) {
        boolean isNumber = schema.path("type").asText().equals("integer");
        return isNumber ? JsonNodeFactory.instance.numberNode(1) : JsonNodeFactory.instance.booleanNode(true);
    }

    /** Fits, and stands for nothing. */
    private static Stream<Bent> positions(Ask valid, String name, Cast cast) {
        return switch (name) {
            case "cursor" ->
                Stream.of("AAAA", "e30", "bnVsbA", "AAAAAAAA", "W10", "ImEi", "MQ", "____")
                        .map(text -> new Bent("cursor=" + text, valid.query(name, text), Refusal.INVALID));
            case "epoch" ->
                Stream.of(new Bent("an unknown epoch", valid.query(name, "" + Ids.next()), Refusal.NO_POSITION));
            case "since" ->
                Stream.of(new Bent("the future", valid.query(name, "9007199254740991"), Refusal.NO_POSITION))
                        .filter(bent -> valid.query().containsKey("epoch"));
            case "workspace_id", "move_to" ->
                wrong(valid, name, cast)
                        .filter(bent -> !bent.what().endsWith("elsewhere") || !name.equals("workspace_id"));
            default -> Stream.of();
        };
    }

    private static Stream<Bent> wrong(Ask valid, String name, Cast cast) {
        Reference reference = Reference.of(name, valid.operation().id());
        if (reference == null) return Stream.of();
        return cast.wrong(reference).entrySet().stream()
                .map(id -> new Bent(
                        "query " + name + " " + id.getKey(),
                        valid.query(name, id.getValue().toString()),
                        Refusal.NOT_THERE));
    }

    private static Stream<Bent> headers(Ask valid) {
        return Stream.of(
                        header(valid, "Idempotency-Key", List.of("x".repeat(65), "two words", "\u00e4", "")),
                        header(valid, "If-Match", List.of("nonsense", "\"-1\"", "\"1.5\"", "9999999999999999", "")))
                .flatMap(bent -> bent);
    }

    private static Stream<Bent> header(Ask valid, String name, List<String> texts) {
        if (!valid.headers().containsKey(name)) return Stream.of();
        return texts.stream().map(text -> new Bent(name + ": " + text, valid.header(name, text), Refusal.INVALID));
    }

    private static Stream<Bent> bodies(Ask valid) {
        if (!valid.operation().hasBody()) return Stream.of();
        String large = "{\"name\":\"" + "x".repeat(BODY_BYTES_MAX) + "\"}";
        Stream<String> unreadable = Stream.of(
                "{",
                "nonsense",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{\"name\"}",
                "\u0000",
                "{}{}",
                "{\"a\":\u0000}",
                "[".repeat(DEEP),
                "{\"settings\":".repeat(DEEP),
                valid.body() + "x");
        Stream<Bent> bent = Stream.concat(
                unreadable.map(
                        text -> new Bent("body " + shown(text), valid.body(Buffer.buffer(text)), Refusal.UNREADABLE)),
                Stream.of(
                                "text/plain",
                                "application/x-www-form-urlencoded",
                                "application/json; charset=latin1",
                                "json",
                                "")
                        .map(type -> new Bent("as " + type, valid.header("Content-Type", type), Refusal.UNSUPPORTED)));
        return Stream.concat(
                bent,
                Stream.of(
                        new Bent("body in no UTF-8", valid.body(Buffer.buffer(NO_UTF_8)), Refusal.UNREADABLE),
                        new Bent("body too large", valid.body(Buffer.buffer(large)), Refusal.TOO_LARGE),
                        new Bent("as nothing", valid.withoutHeader("Content-Type"), Refusal.UNSUPPORTED)));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static Stream<Bent> shapes(Ask valid) {
        if (!valid.operation().hasBody()) return Stream.of();
        return Misfits.of(valid.operation().body(), valid.json()).stream()
                .map(misfit -> new Bent("body" + misfit.what(), valid.body(misfit.value()), Refusal.INVALID));
    }

    /** Ids in the body that name something which is not there, not in this workspace, or not to be seen. */
    private static Stream<Bent> references(Ask valid, Cast cast) {
        if (!valid.operation().hasBody()) return Stream.of();
        return valid.json().properties().stream().flatMap(field -> {
            Reference reference = Reference.of(field.getKey(), valid.operation().id());
            if (reference == null) return Stream.of();
            return cast.wrong(reference).entrySet().stream()
                    .filter(id -> !id.getKey().equals("elsewhere")
                            || !valid.operation().id().equals("readAllNotifications"))
                    .map(id -> new Bent(
                            field.getKey() + " " + id.getKey(),
                            new Slot("body", field.getKey(), reference).fill(valid, id.getValue()),
                            Refusal.NOT_THERE));
        });
    }

    /** An id for something new that stands for something already. */
    private static Stream<Bent> taken(Ask valid, Cast cast) {
        if (!valid.operation().hasBody() || !valid.json().has("id")) return Stream.of();
        Reference reference =
                switch (valid.operation().id()) {
                    case "createComment" -> Reference.COMMENT;
                    case "createColumn" -> Reference.COLUMN;
                    case "createLabel" -> Reference.LABEL;
                    case "createWorkspace" -> Reference.WORKSPACE;
                    default -> Reference.TASK;
                };
        return Stream.of(cast.elsewhere(), cast.foreign())
                .map(things -> new Bent(
                        "the id of another one",
                        new Slot("body", "id", reference).fill(valid, reference.in(things)),
                        Refusal.TAKEN));
    }
}
