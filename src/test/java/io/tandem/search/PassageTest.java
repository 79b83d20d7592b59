package io.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {

    private static Passage around(String text, String typed) {
        return Passage.around(text, Wanted.parse(typed));
    }

    private static List<String> highlighted(Passage passage) {
        return passage.highlights().stream()
                .map(span -> passage.excerpt().substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void a_short_text_stands_whole_on_one_line() {
        Passage passage = around("Crème\nBRÛLÉE, mit Straße", "strasse brulee cr");
        assertThat(passage.excerpt()).isEqualTo("Crème BRÛLÉE, mit Straße");
        assertThat(highlighted(passage)).containsExactly("Cr", "BRÛLÉE", "Straße");
    }

    @Test
    void a_long_text_is_cut_around_the_first_hit() {
        Passage passage = around("Lorem ipsum ".repeat(100) + "the oak stands " + "dolor sit ".repeat(100), "oak");
        assertThat(passage.excerpt()).startsWith("…").endsWith("…").contains("the oak stands");
        assertThat(passage.excerpt().length()).isBetween(100, Passage.LENGTH_MAX);
        assertThat(highlighted(passage)).containsExactly("oak");
    }

    @Test
    void no_character_is_cut_in_two() {
        for (int before = 0; before < 100; before++) {
            Passage passage = around("x".repeat(before) + "😀".repeat(60) + " oak " + "😀".repeat(200), "oak");
            assertThat(passage.excerpt().length()).isLessThanOrEqualTo(Passage.LENGTH_MAX);
            assertThat(passage.excerpt().replace("😀", "")).doesNotContain("\ud83d", "\ude00");
            assertThat(highlighted(passage)).containsExactly("oak");
        }
    }

    @Test
    void only_phrases_that_stand_there_are_highlighted() {
        assertThat(highlighted(around("A well and a well-known bug", "well-known")))
                .containsExactly("well", "known");
        assertThat(highlighted(around("会議室で会う", "会議"))).containsExactly("会", "議");
        assertThat(highlighted(around("oaks and oak", "oak oak"))).containsExactly("oak", "oak");
    }

    @Test
    void a_word_longer_than_the_excerpt_is_cut() {
        Passage passage = around("x".repeat(500), "x".repeat(200));
        assertThat(passage.excerpt()).hasSize(Passage.LENGTH_MAX).endsWith("…");
        assertThat(passage.highlights()).containsExactly(new Span(0, Passage.LENGTH_MAX - 1));
    }

    @Test
    void where_nothing_is_found_it_is_the_beginning() {
        Passage passage = around("x ".repeat(500), "oak");
        assertThat(passage.excerpt()).startsWith("x x").endsWith("…");
        assertThat(passage.highlights()).isEmpty();
    }
}
