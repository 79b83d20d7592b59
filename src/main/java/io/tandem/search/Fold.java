package io.tandem.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Characters as the search compares them: in lower case, without accents. {@code search_fold} in the database does the same to
 * what is searched.
 */
final class Fold {

    private static final String SINGLE = "\u00f8\u0142\u0111\u00f0\u0127\u0131\u03c2";
    private static final String SINGLE_FOLDED = "olddhi\u03c3";

    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]");

    private Fold() {}

    /** One character as none, one or several, of which some may be no part of a word. */
    static String of(int character) {
        if (character < 0x80) return String.valueOf((char) Character.toLowerCase(character));
        String given = Character.toString(character);
        if (isBare(character, given)) return plain(given.toLowerCase(Locale.ROOT));
        String bare = ACCENTS.matcher(Normalizer.normalize(given, Normalizer.Form.NFKD))
                .replaceAll("");
        return plain(Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** Most letters have nothing to be taken off, and long texts are made of them. */
    private static boolean isBare(int character, String given) {
        return !lies(character, 0x300, 0x36f) && Normalizer.isNormalized(given, Normalizer.Form.NFKD);
    }

    private static String plain(String lower) {
        if (lower.length() != 1) return lower;
        int single = SINGLE.indexOf(lower.charAt(0));
        if (single >= 0) return SINGLE_FOLDED.substring(single, single + 1);
        return switch (lower.charAt(0)) {
            case '\u00df' -> "ss";
            case '\u00e6' -> "ae";
            case '\u0153' -> "oe";
            default -> lower;
        };
    }

    static boolean isPartOfWord(int folded) {
        return !isSymbol(folded) && isLetterMarkOrDigit(folded);
    }

    /** Where hardly anything but symbols is: the database does not look closer there. */
    private static boolean isSymbol(int folded) {
        return lies(folded, 0x2000, 0x2bff)
                || lies(folded, 0x2e00, 0x3004)
                || lies(folded, 0x3008, 0x3040)
                || lies(folded, 0xfe00, 0xfe6f)
                || lies(folded, 0x1d800, 0x1ffff);
    }

    private static boolean isLetterMarkOrDigit(int folded) {
        return switch (Character.getType(folded)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(folded);
        };
    }

    /** No blanks stand between words in Chinese and Japanese: every character is one. */
    static boolean isWord(int folded) {
        return lies(folded, 0x3005, 0x3007)
                || lies(folded, 0x3041, 0x30ff)
                || lies(folded, 0x3400, 0x9fff)
                || lies(folded, 0xf900, 0xfaff)
                || lies(folded, 0x20000, 0x3ffff);
    }

    private static boolean lies(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
