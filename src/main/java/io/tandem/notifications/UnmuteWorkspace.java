package io.tandem.notifications;

import java.util.UUID;

/** Wants to hear of a workspace again; fails with {@code not_found} where the person may not see it and had not muted it. */
public record UnmuteWorkspace(UUID workspaceId) {

    public UnmuteWorkspace {
        Shape.required("workspace_id", workspaceId);
    }
}
