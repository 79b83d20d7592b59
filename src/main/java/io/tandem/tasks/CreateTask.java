package io.tandem.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a task; fails with {@code validation_failed}.
 *
 * @param id a UUIDv7 of the client's own, so that work made offline can refer to itself; null leaves it to the server
 * @param workspaceId null for a personal task
 * @param columnId null for the first column that does not mean done
 */
public record CreateTask(
        @Nullable UUID id,
        @Nullable UUID workspaceId,
        String title,
        String description,
        @Nullable UUID columnId,
        Priority priority,
        @Nullable Instant dueAt,
        @Nullable UUID assignedTo,
        List<UUID> labels,
        List<NewChecklistItem> checklist) {

    public CreateTask {
        Shape shape = new Shape();
        shape.ownId("id", id);
        title = shape.line("title", title, Task.TITLE_MAX);
        description = shape.text("description", description, Task.DESCRIPTION_MAX);
        priority = priority == null ? Priority.NONE : priority;
        dueAt = shape.time("due_at", dueAt);
        labels = shape.labels("labels", labels == null ? List.of() : labels);
        checklist = shape.checklist("checklist", checklist == null ? List.of() : checklist);
        shape.done();
    }
}
