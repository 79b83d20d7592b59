package io.tandem.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a log are wanted, the newest first. What is null does not matter.
 *
 * @param before only events with a lower number
 * @param after only events with a higher number
 * @param subjectId only what is about this task
 * @param actorId only what this person did
 * @param type only events of this type ({@code task.moved}), or of this part ({@code task})
 */
public record Excerpt(
        long before,
        long after,
        @Nullable UUID subjectId,
        @Nullable UUID actorId,
        @Nullable String type) {

    /** Whether events are found by an index, however far they lie apart. */
    boolean isIndexed() {
        return subjectId != null;
    }

    Excerpt within(Head head) {
        return new Excerpt(Math.min(before, head.seq() + 1), Math.max(after, head.pruned()), subjectId, actorId, type);
    }

    Excerpt after(long seq) {
        return new Excerpt(before, seq, subjectId, actorId, type);
    }
}
