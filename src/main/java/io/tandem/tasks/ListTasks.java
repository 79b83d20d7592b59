package io.tandem.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of tasks: of a workspace; without one of a person over all workspaces; with neither, one's personal ones.
 *
 * @param label the id of a label the task has
 * @param dueBefore due before this moment
 * @param dueAfter due at this moment or later
 * @param q a part of the title or the description, whatever the case; {@code #12} also finds number 12
 * @param limit 1 to {@value #LIMIT_MAX}
 * @param cursor from the page before; null for the first
 */
public record ListTasks(
        @Nullable UUID workspaceId,
        @Nullable UUID assignedTo,
        @Nullable UUID columnId,
        @Nullable UUID label,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter,
        @Nullable Boolean completed,
        @Nullable String q,
        int limit,
        @Nullable String cursor) {

    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;

    public ListTasks {
        Shape shape = new Shape();
        shape.that(limit >= 1 && limit <= LIMIT_MAX, "limit", "From 1 to " + LIMIT_MAX + ".");
        shape.that(q == null || q.indexOf(0) < 0, "q", "The character NUL cannot be found.");
        dueBefore = shape.time("due_before", dueBefore);
        dueAfter = shape.time("due_after", dueAfter);
        shape.done();
    }

    /** One list stands in the order people gave it; what comes from many is ordered by what is due first. */
    boolean byRank() {
        return workspaceId != null || assignedTo == null;
    }

    /** The number {@code q} names, or null. */
    @Nullable
    Long number() {
        return q != null && q.strip().matches("#[0-9]{1,15}")
                ? Long.valueOf(q.strip().substring(1))
                : null;
    }
}
