package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an id in a request stands for. */
public enum Reference {
    WORKSPACE,
    COLUMN,
    LABEL,
    PERSON,
    TASK,
    COMMENT,
    NOTIFICATION,
    INVITE;

    /** The thing of this kind among some. */
    public UUID in(Things things) {
        return switch (this) {
            case WORKSPACE -> things.workspace();
            case COLUMN -> things.column();
            case LABEL -> things.label();
            case PERSON -> things.person();
            case TASK -> things.task();
            case COMMENT -> things.comment();
            case NOTIFICATION -> things.notification();
            case INVITE -> things.invite();
        };
    }

    /**
     * What a field names, or null for one that names nothing: an id of the client's own, an epoch, no id at all.
     *
     * @param where the operation or command it is a field of: {@code moveColumn}
     */
    public static @Nullable Reference of(String field, String where) {
        return switch (field) {
            case "workspace_id" -> WORKSPACE;
            case "column_id", "move_to" -> COLUMN;
            case "label_id", "label", "labels" -> LABEL;
            case "user_id", "assigned_to", "mentions", "actor_id" -> PERSON;
            case "task_id" -> TASK;
            case "comment_id" -> COMMENT;
            case "notification_id" -> NOTIFICATION;
            case "invite_id" -> INVITE;
            case "before_id", "after_id" -> where.endsWith("Column") ? COLUMN : TASK;
            default -> null;
        };
    }

    /** What the {@code id} in an operation's path stands for. */
    public static Reference inPath(String path) {
        if (path.startsWith("/api/tasks/")) return TASK;
        if (path.startsWith("/api/notifications/")) return NOTIFICATION;
        return path.startsWith("/api/comments/") ? COMMENT : WORKSPACE;
    }

    /** Fails for an id nobody told the walk about: what it does not know it cannot break. */
    public static void requireKnown(String field, JsonNode schema, String where) {
        boolean isId = schema.path("format").asText().equals("uuid")
                || schema.at("/items/format").asText().equals("uuid");
        boolean isOwn = field.equals("id") || field.equals("epoch");
        if (isId && !isOwn && of(field, where) == null) {
            throw new AssertionError("The walk does not know what " + field + " names: tell " + Reference.class);
        }
    }
}
