package io.tandem.tasks;

import io.tandem.platform.Patch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a task to a member, or with null to nobody; fails with {@code validation_failed}.
 *
 * @param version the version the change was made on; null lets the last write win
 */
public record AssignTask(
        UUID taskId, Patch<UUID> assignedTo, @Nullable Long version) {

    public AssignTask {
        Shape shape = new Shape();
        shape.required("task_id", taskId);
        shape.version(version);
        shape.that(assignedTo.present(), "assigned_to", "This is required; null takes the assignment away.");
        shape.done();
    }
}
