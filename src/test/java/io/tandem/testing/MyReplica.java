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
 * A person's own things as a client holds them: a snapshot, and every event of the own log after it applied as
 * docs/live-protocol.md says. Fails on a gap, on a double, and on an event it has no rule for.
 */
public final class MyReplica {

    private final ObjectNode state;

    public MyReplica(JsonNode snapshot) {
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
            case "task.deleted" -> remove("tasks", "id", data.path("id"));
            case "comment.created" -> countComments(data.path("task_id"), 1);
            case "comment.deleted" -> countComments(data.path("task_id"), -1);
            case "workspace.joined" ->
                replace(
                        "workspaces",
                        "id",
                        ((ObjectNode) data.path("workspace").deepCopy()).set("role", data.path("role")));
            case "workspace.left" -> {
                remove("workspaces", "id", data.path("workspace_id"));
                remove("seen", "workspace_id", data.path("workspace_id"));
            }
            case "workspace.role_changed" ->
                list("workspaces").forEach(workspace -> {
                    if (workspace.path("id").equals(data.path("workspace_id")))
                        ((ObjectNode) workspace).set("role", data.path("role"));
                });
            case "workspace.seen" -> replace("seen", "workspace_id", data);
            case "user.updated" -> state.set("user", data);
            case "user.status_changed" -> state.set("status", data.path("status"));
            case "notification.new", "notification.updated", "notification.read" ->
                state.set("unread_notifications", data.path("unread"));
            case "notification.preferences_changed" -> state.set("preferences", data);
            case "notification.muted" -> list("mutes").add(data);
            case "notification.unmuted" -> unmute(data);
            case "comment.updated", "session.ended" -> {}
            default -> throw new AssertionError("No rule for " + type);
        }
    }

    private void unmute(JsonNode mute) {
        for (Iterator<JsonNode> all = list("mutes").iterator(); all.hasNext(); ) {
            if (all.next().equals(mute)) all.remove();
        }
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
        remove(name, key, thing.path(key));
        list(name).add(thing);
    }

    private void remove(String name, String key, JsonNode id) {
        for (Iterator<JsonNode> all = list(name).iterator(); all.hasNext(); ) {
            if (all.next().path(key).equals(id)) all.remove();
        }
    }

    /** What can be compared: lists in the order of their ids; of a workspace what only the own log tells. */
    public JsonNode comparable() {
        ObjectNode copy = state.deepCopy();
        copy.path("workspaces").forEach(workspace -> ((ObjectNode) workspace).retain("id", "role"));
        for (String name : List.of("tasks", "workspaces", "seen", "mutes")) copy.set(name, sorted(copy.path(name)));
        return Json.parse(copy.toString());
    }

    private static ArrayNode sorted(JsonNode list) {
        List<JsonNode> things = new ArrayList<>();
        list.forEach(things::add);
        things.sort(Comparator.comparing(thing -> thing.path("id").asText()
                + thing.path("workspace_id").asText()
                + thing.path("task_id").asText()));
        return JsonNodeFactory.instance.arrayNode().addAll(things);
    }
}
