package io.tandem.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of a task's comments, the oldest first.
 *
 * @param limit 1 to {@value ListTasks#LIMIT_MAX}
 * @param cursor from the page before; null for the first
 */
public record ListComments(UUID taskId, int limit, @Nullable String cursor) {}
