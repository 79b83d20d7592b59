package io.tandem.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks how far somebody has looked.
 *
 * @param workspaceId null for all of their workspaces
 */
public record ReadSeen(@Nullable UUID workspaceId) {}
