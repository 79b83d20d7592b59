package io.tandem.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text for a header: as it is where it is plain ASCII, else as encoded words (RFC 2047). The mail client's own way cuts
 * characters in two that take more than one unit of UTF-16.
 */
final class EncodedWords {

    /** Makes a word of 75 characters at most, with what stands around it. */
    private static final int BYTES_MAX = 45;

    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    /** A line of its own within the header: nobody sees it. */
    private static final String FOLD = "\r\n ";

    private EncodedWords() {}

    /** @param line without control characters */
    static String of(String line) {
        if (isPlain(line)) return line;
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        line.codePoints().forEach(character -> {
            String next = Character.toString(character);
            if (bytes(word + next).length > BYTES_MAX) {
                words.append(encoded(word)).append(FOLD);
                word.setLength(0);
            }
            word.append(next);
        });
        return words.append(encoded(word)).toString();
    }

    /** What looks like an encoded word already must not be read as one. */
    private static boolean isPlain(String line) {
        return line.chars().allMatch(character -> character >= ' ' && character < 0x7f) && !line.contains("=?");
    }

    private static String encoded(CharSequence word) {
        return BEGIN + Base64.getEncoder().encodeToString(bytes(word.toString())) + END;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
