package io.tandem.workspaces;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the invites that are still good, the newest first. */
public record ListInvites(
        UUID workspaceId, int limit, @Nullable String cursor) {}
