package io.tandem.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Ids;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract.Message;
import io.tandem.testing.Reference;
import io.tandem.testing.Things;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Something well formed that is said on a socket. */
record Saying(Message message, ObjectNode json) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a message is about, where it is about one thing. */
    private static final Set<String> ABOUT = Set.of("workspace_id", "task_id", "comment_id", "notification_id");

    /** A field that names something. */
    record Slot(String field, Reference reference) {}

    /** With everything it takes, and where not all may be given together, with each of them once. */
    static List<Saying> valid(Message message, Cast cast, Things things) {
        ObjectNode json = JSON.objectNode().put("type", message.type());
        JsonNode properties = message.payload().path("properties");
        if (properties.has("id")) json.put("id", "" + Ids.next());
        if (properties.has("workspace_id") && wantsWorkspace(message))
            json.put("workspace_id", "" + things.workspace());
        if (message.data().isMissingNode()) return List.of(new Saying(message, json));
        return cast.bodies(message.data(), things, message.type()).stream()
                .map(data -> new Saying(message, json.deepCopy().set("data", data)))
                .toList();
    }

    /** Commands about a task take a workspace too, and look at it only where the task is new. */
    private static boolean wantsWorkspace(Message message) {
        boolean required = StreamSupport.stream(
                        message.payload().path("required").spliterator(), false)
                .anyMatch(field -> field.asText().equals("workspace_id"));
        return required || message.type().equals("task.create");
    }

    String id() {
        return json.path("id").asText();
    }

    /** The same under an id of its own: one that got through would else answer for the others. */
    Saying again() {
        ObjectNode again = json.deepCopy();
        if (again.has("id")) again.put("id", "" + Ids.next());
        if (again.path("data") instanceof ObjectNode data && data.has("id")) data.put("id", "" + Ids.next());
        return new Saying(message, again);
    }

    List<Slot> slots() {
        return Stream.concat(fields(json), fields(json.path("data"))).toList();
    }

    private Stream<Slot> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).flatMap(field -> {
            Reference reference = Reference.of(field, message.type());
            return reference == null ? Stream.of() : Stream.of(new Slot(field, reference));
        });
    }

    /**
     * Whether this says where the right is asked for: the workspace, or else the one thing it is about. Nobody types in
     * what the socket does not show, whatever they might do there.
     */
    boolean isScope(Slot slot) {
        if (message.type().equals("typing")) return true;
        return json.has("workspace_id") ? slot.field().equals("workspace_id") : ABOUT.contains(slot.field());
    }

    boolean names(String field) {
        return slots().stream().anyMatch(slot -> slot.field().equals(field));
    }

    Saying with(Slot slot, UUID id) {
        return with(slot.field(), JSON.textNode(id.toString()));
    }

    /** A list is then a list of this alone. */
    Saying with(String field, JsonNode value) {
        Saying again = again();
        ObjectNode holder =
                again.json.has(field) && !field.equals("id") ? again.json : (ObjectNode) again.json.path("data");
        holder.set(
                field,
                holder.path(field) instanceof ArrayNode ? JSON.arrayNode().add(value) : value);
        return again;
    }

    /** Whether this is the answer to it. */
    boolean isAnsweredBy(@Nullable JsonNode answer) {
        return answer != null && answer.path("id").asText().equals(id());
    }
}
