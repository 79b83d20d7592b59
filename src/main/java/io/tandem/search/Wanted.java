package io.tandem.search;

import io.tandem.search.WordReader.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param phrases all have to be there
 * @param number of the task, where it may be one
 */
record Wanted(List<Phrase> phrases, @Nullable Long number) {

    private static final Pattern PART = Pattern.compile(
            "[\"\u201c\u201d\u201e]([^\"\u201c\u201d\u201e]*)[\"\u201c\u201d]|[^\\s\\h\"\u201c\u201d\u201e]+");
    private static final Pattern NUMBER = Pattern.compile("\\s*#?([0-9]{1,15})\\s*");

    /** What the index keeps no longer words than. */
    private static final int WORD_MAX = 254;

    static Wanted parse(String q) {
        List<Phrase> phrases = new ArrayList<>();
        Matcher part = PART.matcher(q);
        while (part.find()) {
            List<String> words = words(part.group(1) == null ? part.group() : part.group(1));
            boolean isLast = part.group(1) == null && q.substring(part.end()).isBlank();
            boolean mayGoOn = isLast && !words.isEmpty() && isTelling(words.getLast());
            if (!words.isEmpty()) phrases.add(new Phrase(words, mayGoOn));
        }
        Matcher number = NUMBER.matcher(q);
        return new Wanted(phrases, number.matches() ? Long.valueOf(number.group(1)) : null);
    }

    /** One letter or digit begins a word in nearly every task: it is worth nothing and costs as much as nothing else. */
    private static boolean isTelling(String begun) {
        return begun.length() > 1 || begun.charAt(0) >= 0x80;
    }

    private static List<String> words(String text) {
        return WordReader.all(text).stream()
                .map(Word::folded)
                .filter(word -> word.length() <= WORD_MAX)
                .toList();
    }

    boolean isNothing() {
        return phrases.isEmpty();
    }

    /** For {@code to_tsquery}. */
    String tsquery() {
        return phrases.stream().map(Phrase::tsquery).collect(Collectors.joining(" & "));
    }
}
