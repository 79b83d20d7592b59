package io.tandem.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tandem.platform.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a log, as it was committed.
 *
 * @param at the moment of the change
 * @param committedAt when the commit was known, on the clock of the instance that made it; {@code at} where the event was
 *     read from the log
 * @param operationId of the command it came from; null on what a command caused beside its own event
 * @param data JSON
 * @param changes JSON, or null
 */
public record Event(
        Log log,
        UUID epoch,
        long seq,
        String type,
        Instant at,
        Instant committedAt,
        UUID actorId,
        String actorName,
        @Nullable String operationId,
        String data,
        @Nullable String changes) {

    Event committed(Instant when) {
        return new Event(log, epoch, seq, type, at, when, actorId, actorName, operationId, data, changes);
    }

    /** The message of this event, the same live, replayed and over HTTP. */
    @JsonValue
    @JsonRawValue
    public String message() {
        StringBuilder json = new StringBuilder(data.length() + 320);
        json.append("{\"type\":\"").append(type).append("\",\"workspace_id\":");
        appendId(json, log.workspaceId());
        json.append(",\"seq\":")
                .append(seq)
                .append(",\"timestamp\":\"")
                .append(at)
                .append("\",\"actor\":{\"id\":");
        appendId(json, actorId);
        json.append(",\"name\":").append(Json.encode(actorName)).append('}');
        if (operationId != null) json.append(",\"operation_id\":").append(Json.encode(operationId));
        json.append(",\"data\":").append(data);
        if (changes != null) json.append(",\"changes\":").append(changes);
        return json.append('}').toString();
    }

    private static void appendId(StringBuilder json, @Nullable UUID id) {
        if (id == null) json.append("null");
        else json.append('"').append(id).append('"');
    }
}
