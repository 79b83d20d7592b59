package io.tandem.platform;

import io.tandem.platform.Problem.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with an input, so that one answer names all of it. Each check hands back the tidied value. */
public final class Check {

    private final List<Fault> faults = new ArrayList<>();

    /** One line that is not blank, without control characters, trimmed; {@code max} in code points. */
    public String line(String field, @Nullable String value, int max) {
        String line = value == null ? "" : value.strip();
        that(!line.isEmpty(), field, "This must not be empty.");
        that(length(line) <= max, field, "This may have " + max + " characters at most.");
        that(value == null || value.chars().noneMatch(Check::isControl), field, "This must be one line of text.");
        return line;
    }

    /** Any text as typed; what is left out is empty. PostgreSQL cannot keep NUL. */
    public String text(String field, @Nullable String value, int max) {
        String text = value == null ? "" : value;
        that(length(text) <= max, field, "This may have " + max + " characters at most.");
        that(text.indexOf(0) < 0, field, "This must not have the character NUL.");
        return text;
    }

    public void that(boolean holds, String field, String message) {
        if (!holds) faults.add(new Fault("/" + field, message));
    }

    /** Fails with {@code validation_failed} (422) where anything was wrong. */
    public void done() {
        if (!faults.isEmpty()) throw Problem.invalid(faults);
    }

    private static boolean isControl(int character) {
        return character < ' ' || character == 0x7f;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
