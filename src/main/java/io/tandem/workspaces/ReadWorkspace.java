package io.tandem.workspaces;

import java.util.UUID;

/** Reads a workspace. */
public record ReadWorkspace(UUID workspaceId) {}
