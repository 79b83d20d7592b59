package io.tandem.workspaces;

import java.util.UUID;

/** Deletes a workspace with everything in it. */
public record DeleteWorkspace(UUID workspaceId) {}
