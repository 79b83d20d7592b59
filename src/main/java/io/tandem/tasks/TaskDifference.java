package io.tandem.tasks;

import io.tandem.journal.Delta;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a task, by the API's field names. */
final class TaskDifference {

    private final Map<String, Delta> changes = new LinkedHashMap<>();

    private TaskDifference() {}

    static Map<String, Delta> between(Task from, Task to) {
        TaskDifference difference = new TaskDifference();
        difference.field("title", from.title(), to.title());
        difference.field("description", from.description(), to.description());
        difference.field("column_id", from.columnId(), to.columnId());
        difference.field("rank", from.rank(), to.rank());
        difference.field("priority", from.priority(), to.priority());
        difference.field("due_at", from.dueAt(), to.dueAt());
        difference.field("assigned_to", from.assignedTo(), to.assignedTo());
        if (!sameLabels(from, to)) difference.field("labels", from.labels(), to.labels());
        difference.field("checklist", from.checklist(), to.checklist());
        difference.field("completed_at", from.completedAt(), to.completedAt());
        return difference.changes;
    }

    /** Labels are a set; in which order somebody sent them says nothing. */
    private static boolean sameLabels(Task one, Task other) {
        return new HashSet<>(one.labels()).equals(new HashSet<>(other.labels()));
    }

    private void field(String name, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) changes.put(name, new Delta(from, to));
    }
}
