package io.tandem.live;

import io.tandem.platform.Check;
import io.tandem.presence.TypingField;
import java.util.UUID;

/** Says that somebody types in a field of the task they look at, or has stopped. */
record TypeIn(UUID taskId, TypingField field, Boolean active) {

    TypeIn {
        Check check = new Check();
        check.that(taskId != null, "task_id", "This is needed.");
        check.that(field != null, "field", "This is needed.");
        check.that(active != null, "active", "This is needed.");
        check.done();
    }
}
