package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateWindowTest {

    private static final long NOW = 1_000_000;

    private final RateWindow window = new RateWindow(RateWindow.MINUTE_MS);

    @Test
    void it_counts_within_a_minute_and_begins_anew_after_it() {
        assertThat(window.count(NOW)).isEqualTo(1);
        assertThat(window.count(NOW + 59_999)).isEqualTo(2);
        assertThat(window.count(NOW + 60_000)).isEqualTo(1);
    }

    @Test
    void it_says_when_to_come_back() {
        window.count(NOW);
        assertThat(window.retryAfterMs(NOW + 45_000)).isEqualTo(15_000);
        assertThat(window.retryAfterMs(NOW + 70_000)).isZero();
    }

    @Test
    void it_is_over_after_a_minute() {
        window.count(NOW);
        assertThat(window.isOver(NOW + 59_999)).isFalse();
        assertThat(window.isOver(NOW + 60_000)).isTrue();
    }
}
