package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Tally tally = new Tally();
    private final Positions position = new Positions(tally);

    @Test
    void what_comes_in_order_is_neither_lost_nor_doubled() {
        position.startBehind(4);
        for (long seq = 5; seq < 9; seq++) position.came(seq);
        assertThat(tally.lost).isZero();
        assertThat(tally.doubled).isZero();
        assertThat(position.last()).isEqualTo(8);
    }

    @Test
    void a_jump_is_as_many_lost_as_it_passes_over() {
        position.startBehind(4);
        position.came(8);
        assertThat(tally.lost).isEqualTo(3);
    }

    @Test
    void what_comes_again_is_doubled_and_moves_nothing() {
        position.startBehind(4);
        position.came(5);
        position.came(5);
        position.came(3);
        assertThat(tally.doubled).isEqualTo(2);
        assertThat(position.last()).isEqualTo(5);
    }

    @Test
    void what_was_lost_while_warming_up_stays_lost() {
        position.startBehind(0);
        position.came(2);
        tally.reset();
        assertThat(tally.lost).isEqualTo(1);
    }
}
