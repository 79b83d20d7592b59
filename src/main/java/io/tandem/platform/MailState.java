package io.tandem.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the mail server is doing, as far as the last letter told; {@code NONE} where none is configured. */
public enum MailState {
    NONE,
    AWAY,
    UP;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
