package io.tandem.tasks;

import java.util.UUID;

/** Removes a task. */
public record DeleteTask(UUID taskId) {

    public DeleteTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.done();
    }
}
