package io.tandem.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a notification is about. */
public enum Kind {
    /** A task was given to you. */
    ASSIGNED(true),
    /** A task that you made or that was yours is done. */
    COMPLETED(false),
    /** A comment names you. */
    MENTIONED(true),
    /** Somebody said something about a task that concerns you. */
    COMMENTED(false),
    /** A task of yours is due. */
    DUE_SOON(true),
    /** You may join a workspace. */
    INVITED(true),
    /** Somebody joined a workspace you run. */
    JOINED(false),
    /** Somebody left a workspace you run, or you were removed from one. */
    LEFT(false),
    /** You are something else in a workspace now. */
    ROLE_CHANGED(false);

    final boolean mailedByDefault;

    Kind(boolean mailedByDefault) {
        this.mailedByDefault = mailedByDefault;
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
