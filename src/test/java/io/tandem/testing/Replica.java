package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * A workspace as a client holds it: a snapshot, and every event after it applied as docs/live-protocol.md says. Fails
 * on a gap, on a double, and on an event it has no rule for.
 */
public final class Replica {

    private final ObjectNode state;

    public Replica(JsonNode snapshot) {
        state = snapshot.deepCopy();
    }

    public long seq() {
        return state.path("seq").asLong();
    }

    public void apply(JsonNode event) {
        long seq = event.path("seq").asLong();
        if (seq <= seq()) return;
        if (seq != seq() + 1) throw new AssertionError("Gap: at " + seq() + " came " + event);
        state.put("seq", seq);
        change(event.path("type").asText(), event.path("data"));
    }

    private void change(String type, JsonNode data) {
        switch (type) {
            case "task.created", "task.updated", "task.moved", "task.assigned", "task.completed", "task.reopened" ->
                replace("tasks", "id", data);
            case "task.deleted" -> remove("tasks", "id", data);
            case "comment.created" -> countComments(data.path("task_id"), 1);
            case "comment.deleted" -> countComments(data.path("task_id"), -1);
            case "comment.updated" -> {}
            case "label.created", "label.updated" -> replace("labels", "id", data);
            case "label.deleted" -> remove("labels", "id", data);
            case "column.created", "column.updated", "column.moved" -> replace("columns", "id", data);
            case "column.deleted" -> remove("columns", "id", data);
            case "member.joined", "member.updated" -> replace("members", "user_id", data);
            case "member.removed", "member.left" -> remove("members", "user_id", data);
            case "workspace.created", "workspace.updated" -> mergeWorkspace(data);
            case "invite.created", "invite.revoked", "invite.used" -> {}
            default -> throw new AssertionError("No rule for " + type);
        }
    }

    /** The reader's role and the number of members are not the workspace's own. */
    private void mergeWorkspace(JsonNode data) {
        ObjectNode workspace = (ObjectNode) state.path("workspace");
        data.properties().stream()
                .filter(field ->
                        !field.getKey().equals("role") && !field.getKey().equals("member_count"))
                .forEach(field -> workspace.set(field.getKey(), field.getValue()));
    }

    /** In a copy: what was heard is kept by others as it came. */
    private void countComments(JsonNode taskId, int more) {
        ArrayNode tasks = list("tasks");
        for (int i = 0; i < tasks.size(); i++) {
            if (!tasks.path(i).path("id").equals(taskId)) continue;
            ObjectNode task = tasks.path(i).deepCopy();
            tasks.set(i, task.put("comment_count", task.path("comment_count").asInt() + more));
        }
    }

    private ArrayNode list(String name) {
        return (ArrayNode) state.path(name);
    }

    private void replace(String name, String key, JsonNode thing) {
        remove(name, key, thing);
        list(name).add(thing);
    }

    private void remove(String name, String key, JsonNode thing) {
        for (Iterator<JsonNode> all = list(name).iterator(); all.hasNext(); ) {
            if (all.next().path(key).equals(thing.path(key))) all.remove();
        }
    }

    /** What can be compared: lists in the order of their ids, the number of members counted. */
    public JsonNode comparable() {
        ObjectNode copy = state.deepCopy();
        for (String name : List.of("tasks", "labels", "columns", "members")) copy.set(name, sorted(copy.path(name)));
        ((ObjectNode) copy.path("workspace"))
                .put("member_count", copy.path("members").size());
        return Json.parse(copy.toString());
    }

    private static ArrayNode sorted(JsonNode list) {
        List<JsonNode> things = new ArrayList<>();
        list.forEach(things::add);
        things.sort(Comparator.comparing(
                thing -> thing.path("id").asText() + thing.path("user_id").asText()));
        return JsonNodeFactory.instance.arrayNode().addAll(things);
    }
}
