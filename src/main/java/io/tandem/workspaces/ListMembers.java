package io.tandem.workspaces;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the members, who came first first. */
public record ListMembers(
        UUID workspaceId, int limit, @Nullable String cursor) {}
