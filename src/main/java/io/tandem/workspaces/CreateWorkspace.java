package io.tandem.workspaces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates a workspace.
 *
 * @param id the client's own, so that work made offline can refer to it; null: the server makes one
 * @param description left out: empty
 * @param settings left out: empty
 */
public record CreateWorkspace(@Nullable UUID id, String name, String description, ObjectNode settings) {

    public CreateWorkspace {
        Check check = new Check();
        name = WorkspaceShape.name(check, name);
        description = WorkspaceShape.description(check, description);
        settings = WorkspaceShape.settings(check, settings);
        check.done();
    }
}
