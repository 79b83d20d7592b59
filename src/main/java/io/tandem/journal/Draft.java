package io.tandem.journal;

import java.util.Map;

/**
 * An event that has no number yet.
 *
 * @param type past tense, {@code task.moved}
 * @param data what the event is about, as the API shows it
 * @param changes earlier and new values by field; empty where nothing had an earlier value
 */
public record Draft(Log log, String type, Object data, Map<String, Delta> changes) {

    public static Draft of(Log log, String type, Object data) {
        return new Draft(log, type, data, Map.of());
    }
}
