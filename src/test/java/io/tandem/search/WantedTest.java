package io.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Plan Release              | 'plan' & 'release':*
                    "the plan" rel            | 'the' <-> 'plan' & 'rel':*
                    rel "the plan"            | 'rel' & 'the' <-> 'plan'
                    "the plan                 | 'the' & 'plan':*
                    ada@example.org           | 'ada' <-> 'example' <-> 'org':*
                    don't; DROP TABLE x --    | 'don' <-> 't' & 'drop' & 'table' & 'x'
                    a & !b (c:*)              | 'a' & 'b' & 'c'
                    Crème                     | 'creme':*
                    会議                        | '会' <-> '議':*
                    """)
    void every_word_is_a_word_and_nothing_an_operator(String typed, String query) {
        assertThat(Wanted.parse(typed).tsquery()).isEqualTo(query);
    }

    @Test
    void digits_alone_may_be_a_number() {
        assertThat(Wanted.parse(" #12 ").number()).isEqualTo(12);
        assertThat(Wanted.parse("12").number()).isEqualTo(12);
        assertThat(Wanted.parse("12 oaks").number()).isNull();
        assertThat(Wanted.parse("9".repeat(16)).number()).isNull();
    }

    @Test
    void signs_alone_are_nothing() {
        assertThat(Wanted.parse("!&|:* \"\" 🚀").isNothing()).isTrue();
    }
}
