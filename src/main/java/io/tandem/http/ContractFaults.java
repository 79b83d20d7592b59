package io.tandem.http;

import io.tandem.platform.Problem;
import io.tandem.platform.Problem.Fault;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request that does not fit the contract is answered with. */
final class ContractFaults {

    private static final int FAULTS_MAX = 20;

    /** Keywords that only say that something below them failed. */
    private static final Set<String> AROUND = Set.of("$ref", "properties", "items", "propertyNames");

    private static final Pattern PARAMETER = Pattern.compile("The value of (path|query|header) parameter (\\S+) is");
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"$");

    private ContractFaults() {}

    /** The problem, or null where the failure is not the contract's. */
    static @Nullable Problem problem(Throwable failure) {
        Throwable cause = failure instanceof HttpException http && http.getCause() != null ? http.getCause() : failure;
        if (cause instanceof SchemaValidationException broken) return misfit(faults(broken));
        if (cause instanceof ValidatorException broken) return unreadable(broken);
        return null;
    }

    /** What is no id cannot exist. */
    private static Problem misfit(List<Fault> faults) {
        boolean inPath = faults.stream().anyMatch(fault -> fault.pointer().startsWith("path/"));
        return inPath ? Problem.notFound("thing") : Problem.invalid(faults);
    }

    private static Problem unreadable(ValidatorException broken) {
        return broken.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT
                ? Problem.of(415, "unsupported_media_type", "The body must be application/json in UTF-8.")
                : Problem.malformed(String.valueOf(broken.getMessage()));
    }

    private static List<Fault> faults(SchemaValidationException broken) {
        Matcher parameter = PARAMETER.matcher(String.valueOf(broken.getMessage()));
        String place = parameter.lookingAt() ? parameter.group(1) + "/" + parameter.group(2) : "";
        List<OutputUnit> errors = broken.getOutputUnit().getErrors();
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (OutputUnit error : errors) {
            if (AROUND.contains(keyword(error)) || isEcho(error, errors)) continue;
            Fault fault = fault(place, error);
            if (keyword(error).equals("format")) faults.put(fault.pointer(), fault);
            else faults.putIfAbsent(fault.pointer(), fault);
        }
        return faults.values().stream().limit(FAULTS_MAX).toList();
    }

    /** A known field that breaks its own schema is reported a second time as an additional property. */
    private static boolean isEcho(OutputUnit error, List<OutputUnit> errors) {
        return keyword(error).equals("additionalProperties")
                && errors.stream()
                        .anyMatch(other -> keyword(other).equals("properties")
                                && other.getInstanceLocation().equals(error.getInstanceLocation()));
    }

    private static Fault fault(String place, OutputUnit error) {
        String pointer = place + pointer(error);
        String text = error.getError();
        return switch (keyword(error)) {
            case "required" -> new Fault(pointer + "/" + lastQuoted(text), "is required");
            case "dependentRequired" -> new Fault(pointer + "/" + lastQuoted(text), "is required for this change");
            case "additionalProperties" -> new Fault(pointer, "is not known here");
            case "type" ->
                new Fault(
                        pointer,
                        "must be "
                                + text.substring(text.indexOf("Expected ") + 9).replace(", ", " or "));
            case "enum" -> new Fault(pointer, "must be one of " + text.substring(text.indexOf('[')));
            case "pattern" -> new Fault(pointer, "does not have the form it must have");
            case "format" -> new Fault(pointer, "is no " + lastQuoted(text));
            case "minProperties" -> new Fault(pointer, "has too few fields");
            case "maxProperties" -> new Fault(pointer, "has too many fields");
            default -> new Fault(pointer, text);
        };
    }

    /** The location is a URI fragment: {@code #} and percent escapes around a JSON Pointer, but for a name's own percent. */
    private static String pointer(OutputUnit error) {
        String location = error.getInstanceLocation().substring(1);
        String escaped = BARE_PERCENT.matcher(location).replaceAll("%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    private static String keyword(OutputUnit error) {
        String location = error.getKeywordLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String lastQuoted(String text) {
        Matcher name = QUOTED.matcher(text);
        return name.find() ? name.group(1) : "";
    }
}
