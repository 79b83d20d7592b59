package io.tandem.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of a task somebody types in. */
public enum TypingField {
    TITLE,
    DESCRIPTION,
    COMMENT;

    /** As the API writes it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
