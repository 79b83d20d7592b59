package io.tandem.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a hit is; what stands first is the better hit. */
public enum Field {
    NUMBER,
    TITLE,
    DESCRIPTION,
    COMMENT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
