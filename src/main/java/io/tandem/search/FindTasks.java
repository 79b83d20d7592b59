package io.tandem.search;

import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of tasks with all of these words, the best hits first; fails with {@code validation_failed}.
 *
 * @param q what somebody typed, up to {@value #WORDS_MAX} characters
 * @param workspaceId null: all of the reader's, and their personal tasks
 * @param completed true: only those, false: only the others, null: all
 * @param limit 1 to {@value #LIMIT_MAX}
 * @param cursor from the page before; null for the first
 */
public record FindTasks(
        String q,
        @Nullable UUID workspaceId,
        @Nullable Boolean completed,
        int limit,
        @Nullable String cursor) {

    static final int WORDS_MAX = 200;
    static final int LIMIT_DEFAULT = 20;
    static final int LIMIT_MAX = 50;

    /** @param q null where a client left it out */
    public FindTasks(
            @Nullable String q,
            @Nullable UUID workspaceId,
            @Nullable Boolean completed,
            int limit,
            @Nullable String cursor) {
        Check check = new Check();
        check.that(q != null && !q.isEmpty(), "q", "This is required.");
        check.that(1 <= limit && limit <= LIMIT_MAX, "limit", "From 1 to " + LIMIT_MAX + ".");
        this.q = check.text("q", q, WORDS_MAX);
        this.workspaceId = workspaceId;
        this.completed = completed;
        this.limit = limit;
        this.cursor = cursor;
        check.done();
    }
}
