package io.tandem.workspaces;

import java.util.UUID;

/** Removes a member. */
public record RemoveMember(UUID workspaceId, UUID userId) {}
