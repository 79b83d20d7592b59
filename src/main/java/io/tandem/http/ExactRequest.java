package io.tandem.http;

import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request to the contract exactly as it was sent. The library's own reader decodes percent signs a second time,
 * reads text as JSON where it can ("5.0", "-1" and quotes), and lets unknown and repeated query parameters through.
 */
final class ExactRequest implements RequestExtractor {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Set<String> CHARSETS = Set.of("", "charset=utf-8", "charset=\"utf-8\"");

    @Override
    public Future<ValidatableRequest> extractValidatableRequest(RoutingContext context, Operation operation) {
        try {
            return Future.succeededFuture(read(context, operation));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static ValidatableRequest read(RoutingContext context, Operation operation) {
        refuseUnknownQuery(query(context), operation);
        Map<Location, Map<String, RequestParameter>> values = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            values.computeIfAbsent(parameter.getIn(), in -> new HashMap<>())
                    .put(parameter.getName(), new RequestParameterImpl(value(context, parameter)));
        }
        return new ValidatableRequestImpl(
                Map.of(),
                values.getOrDefault(Location.HEADER, Map.of()),
                values.getOrDefault(Location.PATH, Map.of()),
                values.getOrDefault(Location.QUERY, Map.of()),
                new RequestParameterImpl(context.body().buffer()),
                contentType(context.request().getHeader("Content-Type")));
    }

    /** Broken escapes in the query surface here first. */
    private static MultiMap query(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (RuntimeException e) {
            throw Problem.malformed("The query cannot be decoded.");
        }
    }

    private static void refuseUnknownQuery(MultiMap query, Operation operation) {
        Set<String> known = operation.getParameters().stream()
                .filter(parameter -> parameter.getIn() == Location.QUERY)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        for (String name : query.names()) {
            if (!known.contains(name)) throw Problem.invalid("query/" + name, "is not known here");
            if (query.getAll(name).size() > 1) throw Problem.invalid("query/" + name, "is given more than once");
        }
    }

    private static @Nullable String value(RoutingContext context, Parameter parameter) {
        String raw =
                switch (parameter.getIn()) {
                    case PATH -> context.pathParam(parameter.getName());
                    case QUERY -> context.queryParams().get(parameter.getName());
                    case HEADER -> context.request().getHeader(parameter.getName());
                    case COOKIE -> null;
                };
        return raw == null ? null : json(parameter.getSchemaType(), raw);
    }

    /** The validator decodes what it gets as JSON, so text has to be JSON text to arrive unchanged. */
    private static String json(SchemaType type, String raw) {
        boolean literal =
                switch (type) {
                    case INTEGER, NUMBER -> WHOLE_NUMBER.matcher(raw).matches();
                    case BOOLEAN -> raw.equals("true") || raw.equals("false");
                    default -> false;
                };
        return literal ? raw : Json.encode(raw);
    }

    /** Without case and parameters; another charset than UTF-8 is another type, for nothing decodes it. */
    private static @Nullable String contentType(@Nullable String header) {
        if (header == null) return null;
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", 2);
        String charset = parts.length == 2 ? parts[1].replace(" ", "") : "";
        return parts[0].trim().equals("application/json") && CHARSETS.contains(charset) ? "application/json" : null;
    }
}
