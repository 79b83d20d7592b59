package io.tandem.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person says of themselves, and how they are shown. */
public enum Status {
    AVAILABLE,
    AWAY,
    DO_NOT_DISTURB;

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What others see: nobody at any device is away, unless it matters more that they do not want to be disturbed. */
    Status shown(boolean atADevice) {
        return this == AVAILABLE && !atADevice ? AWAY : this;
    }
}
