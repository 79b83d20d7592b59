package io.tandem.workspaces;

import java.util.UUID;

/** Leaves a workspace. */
public record LeaveWorkspace(UUID workspaceId) {}
