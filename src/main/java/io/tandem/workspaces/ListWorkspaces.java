package io.tandem.workspaces;

import org.jspecify.annotations.Nullable;

/** Lists the workspaces one is a member of. */
public record ListWorkspaces(int limit, @Nullable String cursor) {}
