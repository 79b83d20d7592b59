package io.tandem.workspaces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Check;
import java.util.UUID;

/** Gives a workspace another name, description and settings; what is left out becomes empty. */
public record ReplaceWorkspace(UUID workspaceId, String name, String description, ObjectNode settings) {

    public ReplaceWorkspace {
        Check check = new Check();
        name = WorkspaceShape.name(check, name);
        description = WorkspaceShape.description(check, description);
        settings = WorkspaceShape.settings(check, settings);
        check.done();
    }
}
