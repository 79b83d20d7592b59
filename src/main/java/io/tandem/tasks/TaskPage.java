package io.tandem.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of tasks.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record TaskPage(List<Task> items, @Nullable String nextCursor) {}
