package io.tandem.activity;

import io.tandem.platform.Check;
import java.util.UUID;

/** Says that everything up to a number was looked at; fails with {@code validation_failed}. */
public record MarkSeen(UUID workspaceId, Long seq) {

    public MarkSeen {
        Check check = new Check();
        check.that(workspaceId != null, "workspace_id", "This is required.");
        check.that(seq != null && seq >= 0, "seq", "This is the number of an event.");
        check.done();
    }
}
