package io.tandem.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Event;
import io.tandem.journal.Log;
import io.tandem.platform.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels over Redis: the live message, with {@code node}, {@code epoch} and {@code committed_at} before its
 * fields.
 */
final class EventMessage {

    private EventMessage() {}

    static String encode(String node, Event event) {
        return opening(node)
                + ",\"epoch\":\"" + event.epoch()
                + "\",\"committed_at\":\"" + event.committedAt()
                + "\"," + event.message().substring(1);
    }

    /** Known without reading on: one's own messages come back too. */
    static boolean isFrom(String node, String message) {
        return message.startsWith(opening(node));
    }

    private static String opening(String node) {
        return "{\"node\":\"" + node + "\"";
    }

    /** Fails with an {@link IllegalArgumentException} or a problem where this is no event. */
    static Event decode(Log log, String message) {
        JsonNode fields = Json.parse(message);
        return new Event(
                log,
                UUID.fromString(text(fields, "epoch")),
                number(fields),
                text(fields, "type"),
                Instant.parse(text(fields, "timestamp")),
                Instant.parse(text(fields, "committed_at")),
                UUID.fromString(text(fields.path("actor"), "id")),
                text(fields.path("actor"), "name"),
                fields.hasNonNull("operation_id") ? text(fields, "operation_id") : null,
                Json.encode(fields.path("data")),
                changes(fields.path("changes")));
    }

    private static @Nullable String changes(JsonNode changes) {
        return changes.isObject() ? Json.encode(changes) : null;
    }

    private static String text(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        if (!value.isTextual()) throw new IllegalArgumentException("An event has a text " + name);
        return value.textValue();
    }

    private static long number(JsonNode fields) {
        JsonNode seq = fields.path("seq");
        if (!seq.isIntegralNumber()) throw new IllegalArgumentException("An event has a number");
        return seq.longValue();
    }
}
