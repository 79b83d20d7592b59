package io.tandem.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.Contract.Operation;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that can be bent out of shape, one part at a time. */
record Ask(
        Operation operation,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable Buffer body) {

    Ask path(String name, String value) {
        return new Ask(operation, with(path, name, value), query, headers, body);
    }

    Ask query(String name, String value) {
        return new Ask(operation, path, with(query, name, value), headers, body);
    }

    Ask withoutQuery(String name) {
        return new Ask(operation, path, without(query, name), headers, body);
    }

    Ask header(String name, String value) {
        return new Ask(operation, path, query, with(headers, name, value), body);
    }

    Ask withoutHeader(String name) {
        return new Ask(operation, path, query, without(headers, name), body);
    }

    Ask token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Ask body(JsonNode json) {
        return body(Buffer.buffer(Json.encode(json)));
    }

    Ask body(Buffer bytes) {
        return new Ask(operation, path, query, headers, bytes);
    }

    JsonNode json() {
        return Json.parse(String.valueOf(body));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, String> without(Map<String, String> map, String name) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.remove(name);
        return copy;
    }

    /** As it goes over the wire. */
    String uri() {
        String uri = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            uri = uri.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        return query.isEmpty() ? uri : uri + "?" + queryString();
    }

    private String queryString() {
        return query.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
