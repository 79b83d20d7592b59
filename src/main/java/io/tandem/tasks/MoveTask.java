package io.tandem.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a task before or after another one, or to the end of a column; fails with {@code validation_failed}.
 *
 * @param columnId null only for a personal task
 */
public record MoveTask(UUID taskId, @Nullable UUID columnId, @Nullable UUID beforeId, @Nullable UUID afterId) {

    public MoveTask {
        Shape shape = new Shape();
        shape.required("/task_id", taskId);
        if (beforeId != null && afterId != null) shape.refuse("/after_id", "Only one of before_id and after_id.");
        if (taskId != null && taskId.equals(beforeId)) shape.refuse("/before_id", "A task cannot stand before itself.");
        if (taskId != null && taskId.equals(afterId)) shape.refuse("/after_id", "A task cannot stand after itself.");
        shape.check();
    }
}
