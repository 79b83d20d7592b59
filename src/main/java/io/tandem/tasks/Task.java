package io.tandem.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, in a workspace or personal.
 *
 * @param workspaceId null for a personal task
 * @param number counts from 1 in each workspace, and among a person's own
 * @param description Markdown, as typed
 * @param columnId null for a personal task
 * @param rank where it stands in its column: byte order, then id
 * @param assignedTo a member of the workspace; of a personal task its owner or nobody
 * @param labels ids of labels of the workspace
 * @param commentCount how many comments it has; it says nothing of the version
 * @param version grows by one with every change of the task itself
 * @param completedAt in a workspace set exactly while the task sits in a column that means done
 */
public record Task(
        UUID id,
        @Nullable UUID workspaceId,
        long number,
        String title,
        String description,
        @Nullable UUID columnId,
        String rank,
        Priority priority,
        @Nullable Instant dueAt,
        @Nullable UUID assignedTo,
        List<UUID> labels,
        List<ChecklistItem> checklist,
        int commentCount,
        long version,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    /** In characters, also of a checklist's line. */
    static final int TITLE_MAX = 500;

    /** In characters. */
    static final int DESCRIPTION_MAX = 50_000;

    static final int LABELS_MAX = 50;
    static final int CHECKLIST_MAX = 200;

    Task withContent(
            String newTitle,
            String newDescription,
            Priority newPriority,
            @Nullable Instant newDueAt,
            List<UUID> newLabels,
            List<ChecklistItem> newChecklist) {
        return new Task(
                id,
                workspaceId,
                number,
                newTitle,
                newDescription,
                columnId,
                rank,
                newPriority,
                newDueAt,
                assignedTo,
                newLabels,
                newChecklist,
                commentCount,
                version,
                createdBy,
                createdAt,
                updatedAt,
                completedAt);
    }

    Task withoutLabel(UUID label) {
        List<UUID> others = labels.stream().filter(id -> !id.equals(label)).toList();
        return withContent(title, description, priority, dueAt, others, checklist);
    }

    Task givenTo(@Nullable UUID person) {
        return new Task(
                id,
                workspaceId,
                number,
                title,
                description,
                columnId,
                rank,
                priority,
                dueAt,
                person,
                labels,
                checklist,
                commentCount,
                version,
                createdBy,
                createdAt,
                updatedAt,
                completedAt);
    }

    Task placed(@Nullable UUID newColumnId, String newRank, @Nullable Instant completed) {
        return new Task(
                id,
                workspaceId,
                number,
                title,
                description,
                newColumnId,
                newRank,
                priority,
                dueAt,
                assignedTo,
                labels,
                checklist,
                commentCount,
                version,
                createdBy,
                createdAt,
                updatedAt,
                completed);
    }

    /** Since when it is completed where it has to be: since it was, else {@code now}; null where it must not be. */
    @Nullable
    Instant completion(boolean done, Instant now) {
        if (!done) return null;
        return completedAt == null ? now : completedAt;
    }

    Task numbered(long newNumber) {
        return new Task(
                id,
                workspaceId,
                newNumber,
                title,
                description,
                columnId,
                rank,
                priority,
                dueAt,
                assignedTo,
                labels,
                checklist,
                commentCount,
                version,
                createdBy,
                createdAt,
                updatedAt,
                completedAt);
    }

    /** The next version. */
    Task changedAt(Instant now) {
        return new Task(
                id,
                workspaceId,
                number,
                title,
                description,
                columnId,
                rank,
                priority,
                dueAt,
                assignedTo,
                labels,
                checklist,
                commentCount,
                version + 1,
                createdBy,
                createdAt,
                now,
                completedAt);
    }
}
