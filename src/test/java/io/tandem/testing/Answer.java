package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What the server answered. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    /** The body, where the status is the expected one. */
    public JsonNode expect(int expected) {
        if (status != expected) throw new AssertionError("Expected " + expected + ", got " + status + ": " + body);
        return body;
    }

    /** The problem's code, where the status is the expected one. */
    public String refused(int expected) {
        return expect(expected).path("code").asText();
    }
}
