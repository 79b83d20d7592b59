package io.tandem.snapshots;

import java.util.UUID;

/** Asks for everything in a workspace. */
public record ReadSnapshot(UUID workspaceId) {}
