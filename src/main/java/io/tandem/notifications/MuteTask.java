package io.tandem.notifications;

import java.util.UUID;

/** Wants to hear nothing of a task any more; fails with {@code not_found} where the person may not see it. */
public record MuteTask(UUID taskId) {

    public MuteTask {
        Shape.required("task_id", taskId);
    }
}
