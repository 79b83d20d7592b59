package io.tandem.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of what happened in a workspace, the newest first. What is null does not matter.
 *
 * @param taskId only what is about this task, also one that is gone
 * @param actorId only what this person did
 * @param type only events of this type ({@code task.moved}), or of this part ({@code task})
 * @param since only events after this number
 * @param limit 1 to 200
 * @param cursor from the page before; null for the first
 */
public record ReadActivity(
        UUID workspaceId,
        @Nullable UUID taskId,
        @Nullable UUID actorId,
        @Nullable String type,
        long since,
        int limit,
        @Nullable String cursor) {}
