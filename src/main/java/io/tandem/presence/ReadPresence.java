package io.tandem.presence;

import java.util.UUID;

/** Asks who of a workspace's members is there. */
public record ReadPresence(UUID workspaceId) {}
