package io.tandem.search;

import io.tandem.search.WordReader.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a text where something was found first.
 *
 * @param excerpt up to {@value #LENGTH_MAX} UTF-16 code units on one line
 */
record Passage(String excerpt, List<Span> highlights) {

    static final int LENGTH_MAX = 160;

    /** So much stands before the first hit, so that one sees what it is about. */
    private static final int BEFORE = 40;

    /** Further on in a text nobody looks for the hit: it would hold up the event loop. */
    private static final int READ_MAX = 20_000;

    private static final String CUT = "\u2026";

    /** The beginning of a text. */
    static Passage of(String text) {
        return cut(text, List.of());
    }

    /** Begins like the text where nothing of what is wanted stands in the first {@value #READ_MAX} of it. */
    static Passage around(String text, Wanted wanted) {
        return cut(text, spans(text, wanted));
    }

    private static List<Span> spans(String text, Wanted wanted) {
        WordReader reader = new WordReader(text);
        List<Word> read = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Word word = reader.next(); word != null && isNear(word, spans); word = reader.next()) {
            read.add(word);
            wanted.phrases().stream()
                    .filter(phrase -> phrase.ends(read))
                    .forEach(phrase -> spans.addAll(phrase.spans(read)));
        }
        return apart(spans);
    }

    private static boolean isNear(Word word, List<Span> spans) {
        if (word.start() > READ_MAX) return false;
        return spans.isEmpty() || word.start() < spans.getFirst().start() + LENGTH_MAX;
    }

    /** In their order; of two that lie in each other the longer one. */
    private static List<Span> apart(List<Span> spans) {
        List<Span> apart = new ArrayList<>();
        List<Span> sorted = spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(span -> -span.end()))
                .toList();
        for (Span span : sorted) {
            if (apart.isEmpty() || span.start() >= apart.getLast().end()) apart.add(span);
        }
        return apart;
    }

    private static Passage cut(String text, List<Span> spans) {
        int start = text.length() <= LENGTH_MAX || spans.isEmpty()
                ? 0
                : start(text, spans.getFirst().start());
        String before = start == 0 ? "" : CUT;
        int end = end(text, start, before.length());
        String after = end == text.length() ? "" : CUT;
        String excerpt = before + oneLine(text.substring(start, end)) + after;
        int shift = before.length() - start;
        return new Passage(
                excerpt,
                spans.stream()
                        .filter(span -> span.start() < end)
                        .map(span -> new Span(span.start() + shift, Math.min(span.end(), end) + shift))
                        .toList());
    }

    /** Where a word begins, if one does. */
    private static int start(String text, int hit) {
        int from = Math.max(0, hit - BEFORE);
        for (int i = from; from > 0 && i < hit; i++) {
            if (Character.isWhitespace(text.charAt(i))) return i + 1;
        }
        return whole(text, from);
    }

    private static int end(String text, int start, int before) {
        if (text.length() - start + before <= LENGTH_MAX) return text.length();
        return whole(text, start + LENGTH_MAX - before - CUT.length());
    }

    /** Not in the middle of a character. */
    private static int whole(String text, int index) {
        boolean isInside = index > 0
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return isInside ? index - 1 : index;
    }

    /** Character for character, so that places stay what they are. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
    }
}
