package io.tandem.presence;

import io.tandem.platform.Check;

/** Says of oneself to be available, away, or not to be disturbed. */
public record SetStatus(Status status) {

    public SetStatus {
        Check check = new Check();
        check.that(status != null, "status", "This is needed.");
        check.done();
    }
}
