package io.tandem.tasks;

import io.tandem.platform.Actor;
import io.tandem.platform.Ids;
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

    /** The task it makes, which has no number yet. */
    Task task(Actor actor, PlaceStore.@Nullable Column column, String rank, Instant now) {
        return new Task(
                id == null ? Ids.next() : id,
                workspaceId,
                0,
                title,
                description,
                column == null ? null : column.id(),
                rank,
                priority,
                dueAt,
                assignedTo,
                labels,
                NewChecklistItem.items(checklist),
                0,
                1,
                actor.id(),
                now,
                now,
                column != null && column.done() ? now : null);
    }
}
