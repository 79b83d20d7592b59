package io.tandem.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How often somebody wants a mail that sums up. */
public enum Digest {
    OFF,
    DAILY,
    WEEKLY;

    public static Digest of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
