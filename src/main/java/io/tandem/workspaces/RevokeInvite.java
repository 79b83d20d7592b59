package io.tandem.workspaces;

import java.util.UUID;

/** Revokes an invite. */
public record RevokeInvite(UUID workspaceId, UUID inviteId) {}
