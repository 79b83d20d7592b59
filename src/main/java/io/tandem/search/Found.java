package io.tandem.search;

import io.tandem.tasks.Task;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task and its best hit.
 *
 * @param workspaceName null of a personal task
 * @param commentId null where the hit is in no comment
 * @param excerpt of the text around the hit, of the title where it is the number
 * @param highlights what was looked for in the excerpt, in its order
 */
public record Found(
        Task task,
        @Nullable String workspaceName,
        Field field,
        @Nullable UUID commentId,
        String excerpt,
        List<Span> highlights) {}
