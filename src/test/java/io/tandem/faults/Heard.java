package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a log, as the log has it or as somebody heard it.
 *
 * @param operationId of the command it stands for; null where it came of one
 */
record Heard(long seq, String type, @Nullable String operationId, JsonNode data) {

    /** The events that stand for commands; an {@code ack} does not say which one it stands for. */
    private static final Map<String, String> OF_COMMAND = Map.of(
            "task.create", "task.created",
            "task.update", "task.updated",
            "task.move", "task.moved",
            "task.assign", "task.assigned",
            "task.complete", "task.completed",
            "task.reopen", "task.reopened",
            "task.delete", "task.deleted",
            "comment.create", "comment.created");

    static Heard event(JsonNode message) {
        JsonNode operation = message.path("operation_id");
        return new Heard(
                message.path("seq").asLong(),
                message.path("type").asText(),
                operation.isTextual() ? operation.asText() : null,
                message.path("data"));
    }

    /** An {@code ack} in an event's place. */
    static Heard ack(JsonNode message, String command) {
        return new Heard(
                message.path("seq").asLong(),
                OF_COMMAND.getOrDefault(command, command),
                message.path("id").asText(),
                message.path("data"));
    }

    @Override
    public String toString() {
        String text = data.toString();
        return "#" + seq + " " + type + " (" + operationId + ") " + text.substring(0, Math.min(200, text.length()));
    }
}
