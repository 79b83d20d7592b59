package io.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.search.WordReader.Word;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is looked for is folded here, what is searched in the database: they have to agree. */
@WithDatabase
class FoldTest {

    private static final int FIRST_EXOTIC = 0x2c0;
    private static final int LAST = 0x2ffff;

    @Test
    void the_database_folds_every_letter_as_it_is_folded_here(TestDatabase database) {
        List<Integer> characters = IntStream.rangeClosed(1, LAST)
                .filter(FoldTest::isInTexts)
                .boxed()
                .toList();
        String folded = "SELECT string_agg(trim(search_fold('a' || chr(i) || 'b')), '/' ORDER BY i)"
                + " FROM unnest(ARRAY" + characters + ") i";
        try (DatabaseSession session = new DatabaseSession(database)) {
            assertThat(session.read(folded).split("/"))
                    .containsExactly(characters.stream()
                            .map(character -> words("a" + Character.toString(character) + "b"))
                            .toArray(String[]::new));
        }
    }

    /** All that makes words, and the signs that stand between them. */
    private static boolean isInTexts(int character) {
        return character < FIRST_EXOTIC
                || (0x2000 <= character && character <= 0x2bff)
                || (0x1f000 <= character && character <= 0x1faff)
                || Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static String words(String text) {
        return WordReader.all(text).stream().map(Word::folded).collect(Collectors.joining(" "));
    }
}
