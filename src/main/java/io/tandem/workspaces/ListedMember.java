package io.tandem.workspaces;

import io.tandem.workspaces.Whereabouts.Whereabout;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member in the list, with what is known of where they are. */
public record ListedMember(
        UUID userId,
        String name,
        String email,
        Role role,
        Instant joinedAt,
        boolean online,
        @Nullable Instant lastSeenAt) {

    static ListedMember of(Member member, Whereabout where) {
        return new ListedMember(
                member.userId(),
                member.name(),
                member.email(),
                member.role(),
                member.joinedAt(),
                where.online(),
                where.lastSeenAt());
    }
}
