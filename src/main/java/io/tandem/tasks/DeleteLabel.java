package io.tandem.tasks;

import java.util.UUID;

/** Removes a label, from its tasks as well. */
public record DeleteLabel(UUID workspaceId, UUID labelId) {

    public DeleteLabel {
        Shape shape = new Shape();
        shape.required("workspace_id", workspaceId);
        shape.required("label_id", labelId);
        shape.done();
    }
}
