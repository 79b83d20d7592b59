package io.tandem.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that has no number yet.
 *
 * @param type past tense, {@code task.moved}
 * @param data what the event is about, as the API shows it
 * @param changes earlier and new values by field; empty where nothing had an earlier value
 * @param subjectId the task whose activity this belongs to; null where there is none
 */
public record Draft(
        Log log,
        String type,
        Object data,
        Map<String, Delta> changes,
        @Nullable UUID subjectId) {

    public Draft(Log log, String type, Object data, Map<String, Delta> changes) {
        this(log, type, data, changes, null);
    }

    public static Draft of(Log log, String type, Object data) {
        return new Draft(log, type, data, Map.of());
    }

    /** The same in the activity of a task. */
    public Draft about(UUID taskId) {
        return new Draft(log, type, data, changes, taskId);
    }
}
