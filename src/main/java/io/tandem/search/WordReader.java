package io.tandem.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text word by word, no further than it is asked to: descriptions may be long. */
final class WordReader {

    /** @param folded how it is compared; the place is that in the text */
    record Word(String folded, int start, int end) {}

    private final String text;
    private final Deque<Word> whole = new ArrayDeque<>();
    private final StringBuilder begun = new StringBuilder();
    private int begunAt;
    private int begunEnd;
    private int at;

    WordReader(String text) {
        this.text = text;
    }

    static List<Word> all(String text) {
        WordReader reader = new WordReader(text);
        List<Word> words = new ArrayList<>();
        for (Word word = reader.next(); word != null; word = reader.next()) words.add(word);
        return words;
    }

    /** Null behind the last one. */
    @Nullable
    Word next() {
        while (whole.isEmpty() && at < text.length()) read();
        if (whole.isEmpty()) end();
        return whole.poll();
    }

    private void read() {
        int character = text.codePointAt(at);
        int start = at;
        at += Character.charCount(character);
        String folded = Fold.of(character);
        if (folded.isEmpty()) begunEnd = at;
        folded.codePoints().forEach(part -> add(part, start));
    }

    private void add(int part, int start) {
        if (!Fold.isPartOfWord(part)) end();
        else if (Fold.isWord(part)) {
            end();
            whole.add(new Word(Character.toString(part), start, at));
        } else {
            if (begun.isEmpty()) begunAt = start;
            begun.appendCodePoint(part);
            begunEnd = at;
        }
    }

    private void end() {
        if (begun.isEmpty()) return;
        whole.add(new Word(begun.toString(), begunAt, begunEnd));
        begun.setLength(0);
    }
}
