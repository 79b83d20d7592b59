package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.UUID;

/** Makes another member the owner; the owner becomes an admin. */
public record TransferWorkspace(UUID workspaceId, UUID userId) {

    public TransferWorkspace {
        Check check = new Check();
        check.that(userId != null, "user_id", "This is needed.");
        check.done();
    }
}
