package io.tandem.tasks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says something about a task; fails with {@code validation_failed}.
 *
 * @param id a UUIDv7 of the client's own; null leaves it to the server
 * @param mentions members of the workspace; of a personal task nobody but its owner
 */
public record CreateComment(UUID taskId, @Nullable UUID id, String text, List<UUID> mentions) {

    public CreateComment {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.ownId("id", id);
        text = shape.words("text", text, Comment.TEXT_MAX);
        mentions = shape.mentions("mentions", mentions == null ? List.of() : mentions);
        shape.done();
    }
}
