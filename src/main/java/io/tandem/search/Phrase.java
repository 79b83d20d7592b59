package io.tandem.search;

import io.tandem.search.WordReader.Word;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that stand one behind the other.
 *
 * @param words folded: nothing in them means anything to PostgreSQL
 * @param isBegun the last one may be the beginning of a word
 */
record Phrase(List<String> words, boolean isBegun) {

    String tsquery() {
        String query = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" <-> "));
        return isBegun ? query + ":*" : query;
    }

    /** Whether it ends with the last of the words read so far. */
    boolean ends(List<Word> read) {
        int from = read.size() - words.size();
        if (from < 0) return false;
        for (int i = 0; i < words.size(); i++) {
            if (!fits(i, read.get(from + i).folded())) return false;
        }
        return true;
    }

    private boolean fits(int index, String word) {
        String wanted = words.get(index);
        boolean mayGoOn = isBegun && index == words.size() - 1;
        return mayGoOn ? word.startsWith(wanted) : word.equals(wanted);
    }

    /** Where its words stand, given that it {@link #ends} there. */
    List<Span> spans(List<Word> read) {
        int from = read.size() - words.size();
        return IntStream.range(0, words.size())
                .mapToObj(i -> span(i, read.get(from + i)))
                .toList();
    }

    /** Where a word is but begun, no more than what was typed. */
    private Span span(int index, Word word) {
        String wanted = words.get(index);
        int length = word.end() - word.start();
        boolean isPart = length == word.folded().length() && wanted.length() < length;
        return new Span(word.start(), isPart ? word.start() + wanted.length() : word.end());
    }
}
