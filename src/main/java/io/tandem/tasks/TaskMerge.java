package io.tandem.tasks;

import io.tandem.journal.Delta;
import io.tandem.platform.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a change to a task does when the task has moved on since the client looked. Fields that others changed
 * meanwhile are in conflict, but only if the client wants another value than they have now; every other field merges.
 */
final class TaskMerge {

    /** Both values of a field that two people changed. */
    record Clash(@Nullable Object yours, @Nullable Object theirs) {}

    /** The {@code data} of a {@code conflict}. */
    record Conflict(Task current, Map<String, Clash> fields) {}

    private TaskMerge() {}

    /**
     * The row with what is wanted; fails with {@code conflict}, whose data is a {@link Conflict}.
     *
     * @param wanted the task as it is now but for the fields the client sent
     * @param base the version the client saw; null lets the last write win
     */
    static TaskRow.Next merge(TaskRow row, Task wanted, @Nullable Long base, Instant now) {
        TaskRow.Next next = row.become(wanted, now);
        Map<String, Clash> clashes = base == null ? Map.of() : clashes(row.fieldVersions(), next.changes(), base);
        if (!clashes.isEmpty()) {
            throw Problem.conflict("Somebody changed this task meanwhile.", new Conflict(row.task(), clashes));
        }
        return next;
    }

    private static Map<String, Clash> clashes(FieldVersions versions, Map<String, Delta> changes, long base) {
        Map<String, Clash> clashes = new LinkedHashMap<>();
        changes.forEach((field, delta) -> {
            if (versions.changedSince(field, base)) clashes.put(field, new Clash(delta.to(), delta.from()));
        });
        return clashes;
    }

    /** The task with the fields the client sent. */
    static Task wanted(Task task, UpdateTask change) {
        return task.withContent(
                        change.title().orKeep(task.title()),
                        change.description().orKeep(task.description()),
                        change.priority().orKeep(task.priority()),
                        change.dueAt().or(task.dueAt()),
                        change.labels().orKeep(task.labels()),
                        change.checklist().map(NewChecklistItem::items).orKeep(task.checklist()))
                .givenTo(change.assignedTo().or(task.assignedTo()));
    }
}
