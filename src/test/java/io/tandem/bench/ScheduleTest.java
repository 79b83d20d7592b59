package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void everything_is_due_at_its_own_time_whenever_the_one_before_it_was_done() {
        Schedule schedule = new Schedule(1_000, 20);
        assertThat(schedule.due(0)).isEqualTo(1_000);
        assertThat(schedule.due(1)).isEqualTo(50_001_000);
        assertThat(schedule.due(20)).isEqualTo(1_000_001_000);
    }

    @Test
    void uneven_rates_do_not_drift() {
        assertThat(new Schedule(0, 3).due(3_000_000)).isEqualTo(1_000_000_000_000_000L);
    }
}
