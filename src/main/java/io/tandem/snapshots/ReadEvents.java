package io.tandem.snapshots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what came after a position.
 *
 * @param workspaceId null for the person's own log
 * @param epoch null takes the numbers as those of the present epoch
 */
public record ReadEvents(
        @Nullable UUID workspaceId, long since, @Nullable UUID epoch, int limit) {}
