package io.tandem.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a task.
 *
 * @param workspaceId null of a personal task
 * @param text as typed; a mention stands in it as {@code @Name}
 * @param mentions who was a member of the workspace when they were mentioned
 * @param editedAt null while nobody has changed it
 */
public record Comment(
        UUID id,
        UUID taskId,
        @Nullable UUID workspaceId,
        Author author,
        String text,
        List<UUID> mentions,
        Instant createdAt,
        @Nullable Instant editedAt) {

    /** In characters. */
    static final int TEXT_MAX = 10_000;

    static final int MENTIONS_MAX = 50;

    /** Who wrote it, whoever changed it since. */
    public record Author(UUID id, String name) {}

    Comment edited(String newText, List<UUID> newMentions, Instant now) {
        return new Comment(id, taskId, workspaceId, author, newText, newMentions, createdAt, now);
    }
}
