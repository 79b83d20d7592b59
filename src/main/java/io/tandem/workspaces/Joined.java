package io.tandem.workspaces;

import java.util.UUID;

/** Where somebody came in, and as what. */
public record Joined(UUID workspaceId, Role role) {}
