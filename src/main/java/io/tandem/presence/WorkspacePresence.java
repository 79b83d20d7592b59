package io.tandem.presence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a workspace: who is there, and when the others were there last. */
public record WorkspacePresence(List<Person> people, List<Offline> offline) {

    /** @param lastSeenAt null where they were never there */
    public record Offline(UUID userId, @Nullable Instant lastSeenAt) {}
}
