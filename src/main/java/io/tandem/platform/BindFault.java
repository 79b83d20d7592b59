package io.tandem.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says in the API's words where JSON from outside did not fit its record. */
final class BindFault {

    private BindFault() {}

    static Problem problem(JsonProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return problem;
        }
        return Problem.invalid(pointer(failure), message(failure));
    }

    private static String pointer(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) return "";
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String message(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException) return "This field is not known.";
        return "This value does not fit here.";
    }
}
