package io.tandem.search;

import static io.tandem.search.Garden.asking;
import static io.tandem.search.Garden.finds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed by chance or ill will, and what is written by it. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOddTest {

    private Garden garden;

    @BeforeAll
    void open(TestDatabase database) {
        garden = new Garden(database);
    }

    @BeforeEach
    void plant() {
        garden.plant();
    }

    @AfterAll
    void close() {
        garden.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!&|:*",
                "'",
                "\"",
                "\"\"",
                "\"oak",
                "oak\"",
                "'':*",
                "\\",
                "oak & !ash",
                "oak | ash",
                "<->",
                "oak <-> ash",
                "(oak",
                "oak:*B",
                "'oak' & ''",
                "🚀",
                "🚀🚀",
                "%",
                "_",
                "$1",
                "#",
                "#-1",
                "#1.5",
                "\u200d",
                "\ud83d",
                "\u0301",
                "\t\n",
                "；",
                "$$",
                "--",
                "/*",
                "\u0903"
            })
    void odd_input_is_no_error_and_nothing_but_words(String odd) {
        garden.creates("Beech", "'");
        assertThat(finds(garden.ada, odd)).isEmpty();
    }

    @Test
    void what_is_too_long_or_no_text_is_refused() {
        assertThat(finds(garden.ada, "ﷲ".repeat(200))).isEmpty();
        assertThat(finds(garden.ada, "a ".repeat(100))).isEmpty();
        for (String q : List.of("x".repeat(201), "\u0000", "oak\u0000")) {
            assertThat(garden.ada.get(asking(q)).refused(422)).isEqualTo("validation_failed");
        }
        assertThat(garden.ada.get("/api/search").refused(400)).isEqualTo("malformed");
        for (String query : List.of("?q=", "?q=a&limit=51", "?q=a&limit=0", "?q=a&cursor=MQ")) {
            assertThat(garden.ada.get("/api/search" + query).refused(422)).isEqualTo("validation_failed");
        }
    }

    @Test
    void no_text_is_too_much_for_the_index() {
        List<String> monsters = List.of(
                words(7_100, i -> "w" + (10_000 + i) + " "),
                words(25_000, i -> Character.toString(0xac00 + i % 11_000) + " "),
                words(50_000, i -> Character.toString(0x4e00 + i % 20_000)),
                "x".repeat(50_000),
                "é".repeat(50_000),
                "🚀".repeat(50_000),
                "ﷺ".repeat(50_000),
                "a\u0301".repeat(25_000),
                "-".repeat(50_000),
                "http://".repeat(7_000),
                "<b".repeat(25_000));
        for (String monster : monsters) {
            UUID task = garden.creates("Monster", monster);
            garden.ada
                    .patch("/api/tasks/" + task, Map.of("description", monster.substring(1)))
                    .expect(200);
            garden.says(task, "said " + monster.substring(0, 9_000));
        }
        assertThat(finds(garden.ada, "monster")).hasSize(monsters.size());
        assertThat(finds(garden.ada, "said")).hasSize(monsters.size());
        assertThat(finds(garden.ada, "w17099")).hasSize(1);
    }

    private static String words(int count, IntFunction<String> word) {
        return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining());
    }
}
