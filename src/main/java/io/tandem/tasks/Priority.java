package io.tandem.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a task matters. */
public enum Priority {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    static Priority of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
