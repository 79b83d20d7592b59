package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    enum Color {
        RED
    }

    record Thing(String title, Instant at, UUID id, Color color, Integer count, Boolean done, Patch<Instant> due) {}

    private static Thing bind(String json) {
        return Json.bind(Json.parse(json), Thing.class);
    }

    @Test
    void a_field_left_out_is_not_one_set_to_null() {
        assertThat(bind("{}").due().present()).isFalse();
        assertThat(bind("{\"due\":null}").due()).isEqualTo(Patch.of(null));
        assertThat(bind("{\"due\":\"2026-01-01T00:00:00Z\"}").due().value()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":5}",
                "{\"title\":true}",
                "{\"title\":{}}",
                "{\"at\":7}",
                "{\"at\":1.5}",
                "{\"at\":\"tomorrow\"}",
                "{\"at\":\"\"}",
                "{\"at\":\"1780000000\"}",
                "{\"at\":\"2026-01-01T00:00:00\"}",
                "{\"at\":\"2026-01-01T00:00:00Z \"}",
                "{\"id\":1}",
                "{\"id\":\"x\"}",
                "{\"id\":\"\"}",
                "{\"id\":\"AZmWMaS+cACAANXIPeSc1w==\"}",
                "{\"id\":\"1-2-3-4-5\"}",
                "{\"color\":0}",
                "{\"color\":\"mauve\"}",
                "{\"count\":\"5\"}",
                "{\"count\":1.5}",
                "{\"done\":1}",
                "{\"done\":\"true\"}",
                "{\"due\":3}",
                "{\"unknown\":1}"
            })
    void what_does_not_fit_is_refused_with_its_place(String json) {
        assertThatThrownBy(() -> bind(json)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("validation_failed");
            assertThat(problem.errors().getFirst().pointer()).startsWith("/");
        });
    }

    @Test
    void deep_nesting_is_no_json_for_us() {
        assertThatThrownBy(() -> Json.parse("[".repeat(1000))).isInstanceOf(Problem.class);
    }
}
