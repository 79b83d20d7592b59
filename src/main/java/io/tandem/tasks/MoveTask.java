package io.tandem.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a task before or after another one, or to the end of a column; fails with {@code validation_failed}.
 *
 * @param columnId null only for a personal task
 */
public record MoveTask(
        UUID taskId,
        @Nullable UUID columnId,
        @Nullable UUID beforeId,
        @Nullable UUID afterId) {

    public MoveTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.that(beforeId == null || afterId == null, "after_id", "Only one of before_id and after_id.");
        shape.that(beforeId == null || !beforeId.equals(taskId), "before_id", "A task cannot stand before itself.");
        shape.that(afterId == null || !afterId.equals(taskId), "after_id", "A task cannot stand after itself.");
        shape.done();
    }
}
