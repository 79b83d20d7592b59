package io.tandem.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.Contract.Parameter;
import io.tandem.testing.Person;
import io.tandem.testing.Reference;
import io.tandem.testing.Refusal;
import io.tandem.testing.TandemServer;
import io.tandem.testing.Things;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends requests over a few kept connections, and knows for each operation what a valid one is. */
final class Walk {

    private static final int CONNECTIONS = 4;
    private static final List<String> CODES = Contract.codes();
    private static final int ANSWER_SECONDS = 10;

    private final HttpClient client;
    private final Cast cast;

    Walk(TandemServer server, Cast cast) {
        this.cast = cast;
        client = server.vertx()
                .createHttpClient(
                        new HttpClientOptions()
                                .setDefaultHost("127.0.0.1")
                                .setDefaultPort(server.instance().port()),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** @param body missing where the answer has none or it is no JSON */
    record Said(int status, String type, JsonNode body) {}

    Future<Said> send(Ask ask) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.valueOf(ask.operation().method()))
                        .setURI(ask.uri()))
                .compose(request -> answered(request, ask))
                .timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** On the connection's own loop from here on: a listener that comes late would miss the body. */
    private static Future<Said> answered(HttpClientRequest request, Ask ask) {
        ask.headers().forEach(request::putHeader);
        Future<HttpClientResponse> response = ask.body() == null ? request.send() : request.send(ask.body());
        return response.compose(Walk::said);
    }

    private static Future<Said> said(HttpClientResponse response) {
        String type = String.valueOf(response.getHeader("Content-Type"));
        return response.body().map(body -> new Said(response.statusCode(), type, json(type, body)));
    }

    private static JsonNode json(String type, Buffer body) {
        return type.contains("json") ? Json.parse(body.toString()) : MissingNode.getInstance();
    }

    /** Valid requests for an operation, by who may do it, with everything it takes. */
    List<Ask> valid(Operation operation, Things things) {
        Person actor = cast.actor(operation.id());
        Ask bare = parameters(operation, things, actor);
        if (operation.id().startsWith("unmute"))
            actor.send("PUT", bare.uri(), null).expect(204);
        if (!operation.hasBody()) return List.of(bare);
        return cast.bodies(operation.body(), things, operation.id()).stream()
                .map(body -> bare.body(body).header("Content-Type", "application/json"))
                .toList();
    }

    private Ask parameters(Operation operation, Things things, Person actor) {
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Authorization", "Bearer " + actor.token()));
        for (Parameter parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" -> path.put(parameter.name(), value(operation, parameter, things));
                case "query" -> query.put(parameter.name(), query(operation, parameter, things, actor));
                case "header" -> headers.put(parameter.name(), header(parameter));
                default -> throw new AssertionError("The walk knows no parameters in " + parameter.in());
            }
        }
        return withCursor(new Ask(operation, path, query, headers, null));
    }

    private String value(Operation operation, Parameter parameter, Things things) {
        if (!parameter.name().equals("id"))
            return cast.value(parameter.name(), parameter.schema(), things, operation.id())
                    .asText();
        return Reference.inPath(operation.path()).in(things).toString();
    }

    private String query(Operation operation, Parameter parameter, Things things, Person actor) {
        return switch (parameter.name()) {
            case "epoch" ->
                actor.get(snapshot(operation, things)).expect(200).path("epoch").asText();
            case "cursor" -> "";
            case "completed" -> "false";
            case "unread" -> "true";
            case "kind" -> "commented";
            default -> value(operation, parameter, things);
        };
    }

    private static String snapshot(Operation operation, Things things) {
        return operation.path().replace("{id}", things.workspace().toString()).replace("/events", "/snapshot");
    }

    private static String header(Parameter parameter) {
        return switch (parameter.name()) {
            case "Idempotency-Key" -> Ids.next().toString();
            case "If-Match" -> "\"1\"";
            default -> throw new AssertionError("The walk has no value for the header " + parameter.name());
        };
    }

    /** The cursor that the first page of the very same list gives. */
    private Ask withCursor(Ask ask) {
        if (!ask.query().containsKey("cursor")) return ask;
        Said first = TandemServer.await(send(ask.withoutQuery("cursor")));
        return ask.query("cursor", first.body().path("next_cursor").asText());
    }

    /** What is wrong with this answer, or null. */
    static @Nullable String fault(Refusal expected, Said said) {
        JsonNode problem = said.body();
        String code = expected.answers.get(said.status());
        if (code == null) return "expected " + expected.answers + ", got " + said;
        boolean isProblem = CODES.contains(code)
                && said.type().equals("application/problem+json")
                && problem.path("status").asInt() == said.status()
                && problem.path("code").asText().equals(code)
                && problem.path("title").isTextual()
                && problem.path("detail").isTextual();
        return isProblem ? null : "no problem with the code " + code + ": " + said;
    }
}
