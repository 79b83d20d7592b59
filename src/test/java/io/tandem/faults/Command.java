package io.tandem.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do with a task, over a socket or over REST.
 *
 * @param log the id of a workspace, or {@link #MINE} for personal tasks
 * @param data as the live protocol has it
 */
record Command(String type, String operationId, String log, UUID task, Map<String, Object> data) {

    static final String MINE = "me";

    /** Whether it cannot be without effect: what is made or named anew is always a change. */
    boolean certain() {
        return switch (type) {
            case "task.create", "task.update", "task.delete", "comment.create" -> true;
            default -> false;
        };
    }

    @Nullable
    UUID workspace() {
        return log.equals(MINE) ? null : UUID.fromString(log);
    }

    Map<String, Object> message() {
        Map<String, Object> message = new HashMap<>(Map.of("type", type, "id", operationId, "data", data));
        if (type.equals("task.create")) message.put("workspace_id", workspace());
        return message;
    }

    String method() {
        return switch (type) {
            case "task.update", "task.assign" -> "PATCH";
            case "task.delete" -> "DELETE";
            default -> "POST";
        };
    }

    String path() {
        return switch (type) {
            case "task.create" -> "/api/tasks";
            case "task.update", "task.delete" -> "/api/tasks/" + task;
            case "comment.create" -> "/api/tasks/" + task + "/comments";
            default -> "/api/tasks/" + task + "/" + type.substring("task.".length());
        };
    }

    /** Null where the request has none. */
    @Nullable
    Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>(data);
        body.remove("task_id");
        if (type.equals("task.create")) body.put("workspace_id", workspace());
        return switch (type) {
            case "task.complete", "task.reopen", "task.delete" -> null;
            default -> body;
        };
    }
}
