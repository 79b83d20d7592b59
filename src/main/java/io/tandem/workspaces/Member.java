package io.tandem.workspaces;

import java.time.Instant;
import java.util.UUID;

/** A person in a workspace. */
public record Member(UUID userId, String name, String email, Role role, Instant joinedAt) {

    Member withRole(Role other) {
        return new Member(userId, name, email, other, joinedAt);
    }
}
