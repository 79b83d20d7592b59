package io.tandem.tasks;

import io.tandem.platform.Patch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes fields of a task; fails with {@code validation_failed}.
 *
 * @param version the version the change was made on; null lets the last write win
 */
public record UpdateTask(
        UUID taskId,
        @Nullable Long version,
        Patch<String> title,
        Patch<String> description,
        Patch<Priority> priority,
        Patch<Instant> dueAt,
        Patch<List<UUID>> labels,
        Patch<List<NewChecklistItem>> checklist,
        Patch<UUID> assignedTo) {

    public UpdateTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.version(version);
        title = shape.sent("title", title, (at, text) -> shape.line(at, text, Task.TITLE_MAX));
        description = shape.sent("description", description, (at, text) -> shape.text(at, text, Task.DESCRIPTION_MAX));
        priority = shape.sent("priority", priority, (at, value) -> value);
        dueAt = dueAt.map(time -> shape.time("due_at", time));
        labels = shape.sent("labels", labels, shape::labels);
        checklist = shape.sent("checklist", checklist, shape::checklist);
        shape.done();
    }
}
