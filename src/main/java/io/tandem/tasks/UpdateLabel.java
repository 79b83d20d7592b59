package io.tandem.tasks;

import io.tandem.platform.Patch;
import java.util.UUID;

/** Renames or recolors a label; fails with {@code validation_failed}. */
public record UpdateLabel(UUID workspaceId, UUID labelId, Patch<String> name, Patch<LabelColor> color) {

    public UpdateLabel {
        Shape shape = new Shape();
        shape.required("workspace_id", workspaceId);
        shape.required("label_id", labelId);
        name = shape.sent("name", name, (at, text) -> shape.line(at, text, Label.NAME_MAX));
        color = shape.sent("color", color, (at, value) -> value);
        shape.done();
    }
}
