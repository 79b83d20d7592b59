package io.tandem.tasks;

import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Log;
import java.time.Instant;
import java.util.Map;

/** A task as it is stored: with the log it belongs to and the versions of its fields. */
record TaskRow(Task task, Log log, FieldVersions fieldVersions) {

    /**
     * The row's next version, and what is different in it.
     *
     * @param changes earlier and new values by field; empty where nothing is different, and then {@code row} is the earlier one
     */
    record Next(TaskRow row, Map<String, Delta> changes) {

        Task task() {
            return row.task();
        }

        Draft draft(String type) {
            return new Draft(row.log(), type, row.task(), changes)
                    .about(row.task().id());
        }
    }

    Next become(Task wanted, Instant now) {
        Map<String, Delta> changes = TaskDifference.between(task, wanted);
        if (changes.isEmpty()) return new Next(this, changes);
        Task next = wanted.changedAt(now);
        return new Next(new TaskRow(next, log, fieldVersions.changed(changes.keySet(), next.version())), changes);
    }
}
