package io.tandem.testing;

import io.tandem.workspaces.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is to a workspace, from nobody to its owner. */
public enum Part {
    ANONYMOUS(false, null),
    /** With a token that has run out; the owner's. */
    EXPIRED(false, null),
    /** With the token of a session that is over; the owner's. */
    SIGNED_OUT(false, null),
    STRANGER(true, null),
    /** Was a member. */
    REMOVED(true, null),
    /** Administers the installation, and is a member of nothing. */
    INSTALLER(true, null),
    VIEWER(true, Role.VIEWER),
    /** A member who wrote nothing. */
    COLLEAGUE(true, Role.MEMBER),
    /** Who wrote the comments. */
    MEMBER(true, Role.MEMBER),
    ADMIN(true, Role.ADMIN),
    OWNER(true, Role.OWNER);

    private final boolean known;
    private final @Nullable Role role;

    Part(boolean known, @Nullable Role role) {
        this.known = known;
        this.role = role;
    }

    /** Whether the server knows who this is. */
    public boolean isKnown() {
        return known;
    }

    /** Null for who is no member. */
    public @Nullable Role role() {
        return role;
    }

    public boolean isMember() {
        return role != null;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
