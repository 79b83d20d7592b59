package io.tandem.notifications;

import java.util.UUID;

/** Wants to hear nothing of a workspace any more; fails with {@code not_found} where the person may not see it. */
public record MuteWorkspace(UUID workspaceId) {

    public MuteWorkspace {
        Shape.required("workspace_id", workspaceId);
    }
}
