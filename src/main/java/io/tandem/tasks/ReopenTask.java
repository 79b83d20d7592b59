package io.tandem.tasks;

import java.util.UUID;

/** Moves a task back to the first column that does not mean done. */
public record ReopenTask(UUID taskId) {

    public ReopenTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.done();
    }
}
