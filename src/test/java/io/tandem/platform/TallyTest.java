package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long NOW = 1_000_000;

    private final Tally<String> tally = new Tally<>(2, RateWindow.MINUTE_MS);

    @Test
    void what_is_too_much_waits_for_the_end_of_the_window() {
        assertThat(tally.count("Ada", NOW)).isZero();
        assertThat(tally.count("Ada", NOW)).isZero();
        assertThat(tally.count("Ada", NOW + 20_000)).isEqualTo(40_000);
        assertThat(tally.count("Grace", NOW + 20_000)).isZero();
        assertThat(tally.count("Ada", NOW + 60_000)).isZero();
    }

    @Test
    void who_was_not_seen_for_longest_is_forgotten_before_memory_runs_out() {
        for (int i = 0; i < 3; i++) tally.count("Ada", NOW);
        for (int i = 0; i < 3; i++) tally.count("Grace", NOW);
        for (int i = 0; i < Tally.KEPT_MAX - 1; i++) tally.count("stranger " + i, NOW);
        assertThat(tally.count("Grace", NOW)).isPositive();
        assertThat(tally.count("Ada", NOW)).isZero();
    }
}
