package io.tandem.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a label; fails with {@code validation_failed}.
 *
 * @param id a UUIDv7 of the client's own; null leaves it to the server
 */
public record CreateLabel(UUID workspaceId, @Nullable UUID id, String name, LabelColor color) {

    public CreateLabel {
        Shape shape = new Shape();
        shape.required("workspace_id", workspaceId);
        shape.ownId("id", id);
        name = shape.line("name", name, Label.NAME_MAX);
        shape.required("color", color);
        shape.done();
    }
}
