package io.tandem.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeadTest {

    private static final UUID EPOCH = UUID.randomUUID();
    private static final Head HEAD = new Head(EPOCH, 20, 5);

    @Test
    void a_position_between_what_is_pruned_and_the_newest_can_be_read_on_from() {
        assertThat(HEAD.covers(new Position(EPOCH, 5))).isTrue();
        assertThat(HEAD.covers(new Position(EPOCH, 12))).isTrue();
        assertThat(HEAD.covers(HEAD.position())).isTrue();
    }

    @Test
    void a_position_whose_next_event_is_pruned_cannot() {
        assertThat(HEAD.covers(new Position(EPOCH, 4))).isFalse();
    }

    @Test
    void a_position_ahead_of_the_log_cannot() {
        assertThat(HEAD.covers(new Position(EPOCH, 21))).isFalse();
    }

    @Test
    void a_position_of_another_epoch_cannot() {
        assertThat(HEAD.covers(new Position(UUID.randomUUID(), 12))).isFalse();
    }
}
