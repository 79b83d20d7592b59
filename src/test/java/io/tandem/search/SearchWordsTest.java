package io.tandem.search;

import static io.tandem.search.Garden.finds;
import static io.tandem.search.Garden.search;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, and what that finds. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchWordsTest {

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
    @CsvSource(delimiter = '|', textBlock = """
                    Plan the release of Zürich | RELE
                    Plan the release of Zürich | zurich plan
                    Crème brûlée               | creme BRULEE
                    Creme brulee               | crème brûl
                    Straße in Łódź             | strasse lodz
                    Смета НА ёлку              | смета елк
                    ΣΊΣΥΦΟΣ                    | σισυφος
                    Write to ada@example.org   | example
                    Write to ada@example.org   | ada@example.org
                    A well-known bug           | well-known
                    A well-known bug           | known
                    A well-known bug           | well known
                    Version 1.2.3              | 1.2
                    See src/main/java_home     | main home
                    ２０２６ ﬁnal                  | 2026 final
                    会議室でお茶を飲む                  | 会議室
                    会議室でお茶を飲む                  | お茶
                    회의실에서 커피                  | 회의실
                    Ship 🚀it                   | ship it
                    if a <b and c> d           | b and
                    """)
    void a_title_is_found_by_what_people_type(String title, String typed) {
        garden.creates(title, "");
        assertThat(finds(garden.ada, typed)).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Plan the release  | plan elease
                    Plan the release  | rel the
                    Plan the release  | "the plan"
                    Plan the release  | "the rel"
                    Plan the release  | plan-release
                    会議室でお茶を飲む         | 室会
                    """)
    void a_title_is_not_found_by_anything_else(String title, String typed) {
        garden.creates(title, "");
        assertThat(finds(garden.ada, typed)).isEmpty();
    }

    @Test
    void words_in_quotes_stand_one_behind_the_other() {
        garden.creates("Paint the fence", "");
        garden.creates("The paint for a fence", "");
        assertThat(finds(garden.ada, "\"paint the\" fen")).containsExactly("Paint the fence");
        assertThat(finds(garden.ada, "“the paint”")).containsExactly("The paint for a fence");
    }

    @Test
    void words_may_be_spread_over_title_and_description() {
        garden.creates("Release", "in Paris");
        JsonNode page = search(garden.ada, "release paris");
        assertThat(page.findValuesAsText("field")).containsExactly("description");
        assertThat(page.findValues("highlights").toString()).isEqualTo("[[[3,8]]]");
    }
}
