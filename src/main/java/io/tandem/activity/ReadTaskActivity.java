package io.tandem.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of what happened to a task, the newest first.
 *
 * @param limit 1 to 200
 * @param cursor from the page before; null for the first
 */
public record ReadTaskActivity(
        UUID taskId, int limit, @Nullable String cursor) {}
