package io.tandem.live;

import static io.tandem.live.Gate.Entry.TOO_FAST;
import static io.tandem.live.Gate.Entry.TOO_MANY;
import static io.tandem.live.Gate.Entry.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final long NOW = 1_000_000;
    private static final long MINUTE_MS = 60_000;
    private static final UUID ADA = UUID.randomUUID();

    @Test
    void one_socket_too_many_is_refused_until_another_has_gone() {
        Gate gate = new Gate(2, 100);
        assertThat(gate.enter(ADA, NOW)).isEqualTo(WELCOME);
        assertThat(gate.enter(ADA, NOW)).isEqualTo(WELCOME);
        assertThat(gate.enter(ADA, NOW)).isEqualTo(TOO_MANY);
        assertThat(gate.enter(UUID.randomUUID(), NOW)).isEqualTo(WELCOME);
        gate.leave(ADA);
        assertThat(gate.enter(ADA, NOW)).isEqualTo(WELCOME);
    }

    @Test
    void who_comes_too_often_waits_for_the_next_minute() {
        Gate gate = new Gate(100, 2);
        gate.enter(ADA, NOW);
        gate.enter(ADA, NOW);
        assertThat(gate.enter(ADA, NOW + 1)).isEqualTo(TOO_FAST);
        assertThat(gate.enter(ADA, NOW + MINUTE_MS)).isEqualTo(WELCOME);
    }

    @Test
    void a_sweep_forgets_nobody_who_is_here() {
        Gate gate = new Gate(1, 100);
        gate.enter(ADA, NOW);
        gate.sweep(NOW + MINUTE_MS);
        assertThat(gate.enter(ADA, NOW + MINUTE_MS)).isEqualTo(TOO_MANY);
    }

    @Test
    void a_sweep_forgets_no_attempt_of_this_minute() {
        Gate gate = new Gate(1, 1);
        gate.enter(ADA, NOW);
        gate.leave(ADA);
        gate.sweep(NOW + MINUTE_MS - 1);
        assertThat(gate.enter(ADA, NOW + MINUTE_MS - 1)).isEqualTo(TOO_FAST);
    }
}
