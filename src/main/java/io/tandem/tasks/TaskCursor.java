package io.tandem.tasks;

import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last task of a page, by what its list is sorted by: rank or due time, then id. Opaque to clients.
 *
 * @param rank null in a list by due time
 * @param dueAt null in a list by rank, and where the task is never due
 */
record TaskCursor(@Nullable String rank, @Nullable Instant dueAt, UUID id) {

    static TaskCursor byRank(Task task) {
        return new TaskCursor(task.rank(), null, task.id());
    }

    static TaskCursor byDueTime(Task task) {
        return new TaskCursor(null, task.dueAt(), task.id());
    }

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.encode(this).getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with {@code validation_failed} for anything but a cursor of this kind of list. */
    static TaskCursor decode(String text, boolean byRank) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            TaskCursor cursor = Json.decode(json, TaskCursor.class);
            if (cursor != null && cursor.fits(byRank)) return cursor;
        } catch (IllegalArgumentException notOurs) {
            throw foreign();
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.invalid("/cursor", "This is not a cursor of this list.");
    }

    private boolean fits(boolean byRank) {
        if (id == null) return false;
        if (byRank) return rank != null && rank.matches("[0-9A-Za-z]+");
        return rank == null && (dueAt == null || Shape.canBeStored(dueAt));
    }
}
