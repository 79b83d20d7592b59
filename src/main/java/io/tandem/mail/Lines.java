package io.tandem.mail;

import java.util.regex.Pattern;

/** Texts of people made fit for places that hold one line. */
final class Lines {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+");

    /** They turn around the reading direction of what comes after them. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private Lines() {}

    static String one(String text) {
        return DIRECTIONS
                .matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** @param max in code points, the dots included */
    static String one(String text, int max) {
        String line = one(text);
        if (line.codePointCount(0, line.length()) <= max) return line;
        return line.substring(0, line.offsetByCodePoints(0, max - 1)).strip() + "…";
    }
}
