package io.tandem.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The colors a label can have; what they look like is the client's business. */
public enum LabelColor {
    GRAY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE,
    PINK;

    static LabelColor of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
