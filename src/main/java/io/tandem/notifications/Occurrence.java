package io.tandem.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.notifications.Notification.AboutTask;
import io.tandem.workspaces.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event means to people. */
sealed interface Occurrence {

    record Assigned(AboutTask task, UUID to) implements Occurrence {}

    record Completed(
            AboutTask task, UUID createdBy, @Nullable UUID assignedTo) implements Occurrence {}

    /**
     * @param fresh false where a comment that stood there before was changed
     * @param mentions who is named for the first time
     */
    record Said(UUID taskId, UUID commentId, String text, boolean fresh, List<UUID> mentions) implements Occurrence {}

    record Joined() implements Occurrence {}

    record Left(UUID person) implements Occurrence {}

    record RoleChanged(UUID person, Role role) implements Occurrence {}

    record Invited(UUID inviteId) implements Occurrence {}

    /** Null where it means nothing to anybody; fails with {@link IllegalArgumentException} where it cannot be read. */
    static @Nullable Occurrence of(Entry entry) {
        JsonNode data = entry.data();
        return switch (entry.type()) {
            case "task.created" -> assigned(data, data.path("assigned_to"));
            case "task.assigned", "task.updated" ->
                assigned(data, entry.changes().path("assigned_to").path("to"));
            case "task.completed" -> completed(data);
            case "task.moved" -> isSet(entry.changes().path("completed_at").path("to")) ? completed(data) : null;
            case "comment.created" -> said(data, true, ids(data.path("mentions")));
            case "comment.updated" -> said(data, false, added(entry.changes().path("mentions")));
            case "member.joined" -> new Joined();
            case "member.left", "member.removed" -> new Left(id(data.path("user_id")));
            case "member.updated" ->
                new RoleChanged(
                        id(data.path("user_id")), Role.of(data.path("role").asText()));
            case "invite.created" -> new Invited(id(data.path("id")));
            default -> null;
        };
    }

    private static @Nullable Occurrence assigned(JsonNode task, JsonNode to) {
        return isSet(to) ? new Assigned(task(task), id(to)) : null;
    }

    private static Completed completed(JsonNode task) {
        JsonNode assignee = task.path("assigned_to");
        return new Completed(task(task), id(task.path("created_by")), isSet(assignee) ? id(assignee) : null);
    }

    private static Said said(JsonNode comment, boolean fresh, List<UUID> mentions) {
        return new Said(
                id(comment.path("task_id")),
                id(comment.path("id")),
                comment.path("text").asText(),
                fresh,
                mentions);
    }

    private static List<UUID> added(JsonNode mentions) {
        List<UUID> added = new ArrayList<>(ids(mentions.path("to")));
        added.removeAll(ids(mentions.path("from")));
        return added;
    }

    private static AboutTask task(JsonNode task) {
        return new AboutTask(
                id(task.path("id")),
                task.path("number").asLong(),
                task.path("title").asText());
    }

    private static boolean isSet(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static List<UUID> ids(JsonNode array) {
        List<UUID> ids = new ArrayList<>(array.size());
        array.forEach(id -> ids.add(id(id)));
        return ids;
    }

    private static UUID id(JsonNode text) {
        return UUID.fromString(text.asText());
    }
}
