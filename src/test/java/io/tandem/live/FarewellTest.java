package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FarewellTest {

    @Test
    void the_more_have_to_come_back_the_longer_they_take() {
        assertThat(Farewell.spreadMs(0)).isEqualTo(1_000);
        assertThat(Farewell.spreadMs(1_000)).isEqualTo(1_000);
        assertThat(Farewell.spreadMs(12_000)).isEqualTo(12_000);
        assertThat(Farewell.spreadMs(1_000_000)).isEqualTo(30_000);
    }
}
