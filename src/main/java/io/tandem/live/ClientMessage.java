package io.tandem.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.journal.Position;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client says: a JSON object with a type. */
record ClientMessage(String type, ObjectNode fields) {

    private static final int ID_LENGTH_MAX = 64;
    private static final Pattern OPERATION_ID = Pattern.compile("[!-~]+");

    /** Fails with {@code malformed} where the text is no message of this protocol. */
    static ClientMessage parse(String text) {
        if (!(Json.parse(text) instanceof ObjectNode fields)) throw Problem.malformed("A message is a JSON object.");
        JsonNode type = fields.path("type");
        if (!type.isTextual()) throw Problem.malformed("A message has a type.");
        return new ClientMessage(type.textValue(), fields);
    }

    /** The id that ties the answer to this message; null where it has none. */
    @Nullable
    String id() {
        JsonNode id = fields.path("id");
        return id.isTextual() && !id.textValue().isEmpty() && id.textValue().length() <= ID_LENGTH_MAX
                ? id.textValue()
                : null;
    }

    /** The id of a command, of the same characters as an {@code Idempotency-Key}; fails where there is none. */
    String operationId() {
        String id = id();
        if (id == null || !OPERATION_ID.matcher(id).matches())
            throw Problem.invalid("/id", "A command has an id of 1 to 64 visible ASCII characters.");
        return id;
    }

    String text(String field) {
        JsonNode value = fields.path(field);
        if (!value.isTextual()) throw Problem.invalid("/" + field, "This must be a text.");
        return value.textValue();
    }

    /** Null is the person's own log. */
    @Nullable
    UUID workspaceId() {
        JsonNode id = fields.path("workspace_id");
        return id.isNull() || id.isMissingNode() ? null : uuid("/workspace_id", id);
    }

    @Nullable
    Position since() {
        JsonNode since = fields.path("since");
        if (since.isNull() || since.isMissingNode()) return null;
        if (!since.isIntegralNumber() || !since.canConvertToLong() || since.longValue() < 0)
            throw Problem.invalid("/since", "This must be a sequence number.");
        return new Position(uuid("/epoch", fields.path("epoch")), since.longValue());
    }

    private static UUID uuid(String pointer, JsonNode value) {
        return Uuids.parse(pointer, value.asText());
    }

    /** The command's own fields; the message's workspace is one of them where the command wants it. */
    ObjectNode data() {
        JsonNode data = fields.path("data");
        if (data.isMissingNode()) return JsonNodeFactory.instance.objectNode();
        if (data instanceof ObjectNode object) return object;
        throw Problem.invalid("/data", "This must be an object.");
    }
}
