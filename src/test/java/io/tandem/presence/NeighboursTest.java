package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final String TWO = "two/2026-11-21T09:00:00Z";
    private static final String TWO_AGAIN = "two/2026-11-21T10:00:00Z";
    private static final long GRACE_MS = 3_000;

    private final Neighbours neighbours = new Neighbours(5_000);

    private void roll(boolean own, long now, String... heard) {
        neighbours.roll(own, List.of(heard), now, GRACE_MS);
    }

    @Test
    void who_is_silent_for_long_is_gone() {
        roll(true, 0, TWO);
        roll(true, 5_000);
        assertThat(neighbours.isHeard(TWO, 5_000)).isFalse();
        assertThat(neighbours.gone(5_000)).isEmpty();
        assertThat(neighbours.gone(5_001)).containsExactly(TWO);
        assertThat(neighbours.gone(5_002)).isEmpty();
    }

    @Test
    void nobody_is_gone_while_nothing_can_be_heard() {
        roll(true, 0, TWO);
        roll(false, 1_000);
        assertThat(neighbours.gone(100_000)).isEmpty();
        roll(true, 100_000);
        assertThat(neighbours.gone(104_000)).isEmpty();
        roll(true, 104_000, TWO);
        assertThat(neighbours.gone(108_000)).isEmpty();
        assertThat(neighbours.gone(110_000)).containsExactly(TWO);
    }

    @Test
    void the_people_of_who_said_goodbye_stay_for_a_moment() {
        roll(true, 0, TWO);
        neighbours.left("two", GRACE_MS);
        assertThat(neighbours.isHeard(TWO, 1)).isFalse();
        assertThat(neighbours.gone(GRACE_MS - 1)).isEmpty();
        assertThat(neighbours.gone(GRACE_MS)).containsExactly(TWO);
    }

    @Test
    void who_begins_anew_takes_the_place_of_who_had_the_name() {
        roll(true, 0, TWO);
        roll(true, 1_000, TWO_AGAIN);
        assertThat(neighbours.gone(1_000 + GRACE_MS)).containsExactly(TWO);
        assertThat(neighbours.isHeard(TWO_AGAIN, 1_000)).isTrue();
    }
}
