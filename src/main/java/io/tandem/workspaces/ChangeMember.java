package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.UUID;

/** Gives a member another role. */
public record ChangeMember(UUID workspaceId, UUID userId, Role role) {

    public ChangeMember {
        Check check = new Check();
        check.that(role != null, "role", "This is needed.");
        check.done();
    }
}
