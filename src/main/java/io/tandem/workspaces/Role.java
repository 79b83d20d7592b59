package io.tandem.workspaces;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member is in a workspace, from the least to the most. */
public enum Role {
    VIEWER,
    MEMBER,
    ADMIN,
    OWNER;

    public static Role of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAbove(Role other) {
        return compareTo(other) > 0;
    }

    public boolean may(Capability capability) {
        return compareTo(capability.from) >= 0;
    }
}
