package io.tandem.notifications;

import io.tandem.workspaces.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody should know. It keeps the names of the moment: later changes of the task or the workspace do not
 * change it.
 *
 * @param workspaceId null about a personal task
 * @param actor who did it, of several the latest; null for what a clock did
 * @param person of {@code left}: who is not there any more
 * @param role of {@code invited} and {@code role_changed}
 * @param dueAt of {@code due_soon}
 * @param inviteUrl of {@code invited}
 * @param count how many of the same kind about the same task this one stands for
 * @param quiet the person did not want to be disturbed when it came: no sound, no toast
 */
public record Notification(
        UUID id,
        Kind kind,
        @Nullable UUID workspaceId,
        @Nullable String workspaceName,
        @Nullable AboutTask task,
        @Nullable AboutComment comment,
        @Nullable Somebody actor,
        @Nullable Somebody person,
        @Nullable Role role,
        @Nullable Instant dueAt,
        @Nullable String inviteUrl,
        int count,
        boolean quiet,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant readAt) {

    public record AboutTask(UUID id, long number, String title) {}

    /** @param excerpt the beginning of what was said, in one line */
    public record AboutComment(UUID id, String excerpt) {}

    public record Somebody(UUID id, String name) {}

    /** What was told: everything that the reader of the log knows and a person cannot change. */
    record Content(
            @Nullable String workspaceName,
            @Nullable AboutTask task,
            @Nullable AboutComment comment,
            @Nullable Somebody actor,
            @Nullable Somebody person,
            @Nullable Role role,
            @Nullable Instant dueAt,
            @Nullable String inviteUrl) {

        @Nullable
        UUID taskId() {
            return task == null ? null : task.id();
        }
    }

    static Notification of(Head head, Content told) {
        return new Notification(
                head.id,
                head.kind,
                head.workspaceId,
                told.workspaceName,
                told.task,
                told.comment,
                told.actor,
                told.person,
                told.role,
                told.dueAt,
                told.inviteUrl,
                head.count,
                head.quiet,
                head.createdAt,
                head.updatedAt,
                head.readAt);
    }

    /** Everything but what was told. */
    record Head(
            UUID id,
            Kind kind,
            @Nullable UUID workspaceId,
            int count,
            boolean quiet,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant readAt) {}

    Content content() {
        return new Content(workspaceName, task, comment, actor, person, role, dueAt, inviteUrl);
    }

    /** One more of the same: the latest is what it shows. */
    Notification grown(Notice notice, boolean nowQuiet) {
        Head head = new Head(id, kind, workspaceId, count + 1, nowQuiet, createdAt, notice.at(), readAt);
        return of(head, notice.content());
    }
}
