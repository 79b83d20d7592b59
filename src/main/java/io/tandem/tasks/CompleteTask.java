package io.tandem.tasks;

import java.util.UUID;

/** Moves a task to the first column that means done; a personal one is completed where it stands. */
public record CompleteTask(UUID taskId) {

    public CompleteTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.done();
    }
}
