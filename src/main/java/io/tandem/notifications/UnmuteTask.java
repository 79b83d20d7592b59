package io.tandem.notifications;

import java.util.UUID;

/** Wants to hear of a task again; fails with {@code not_found} where the person may not see it and had not muted it. */
public record UnmuteTask(UUID taskId) {

    public UnmuteTask {
        Shape.required("task_id", taskId);
    }
}
