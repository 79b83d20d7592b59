package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.tandem.platform.Meters;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeliveryTimesTest {

    private final Timer timer = new Meters().timer("tandem.test", "A test");

    private DeliveryTimes times() {
        return Objects.requireNonNull(DeliveryTimes.of(timer));
    }

    @Test
    void before_the_first_there_are_none() {
        assertThat(DeliveryTimes.of(timer)).isNull();
    }

    @Test
    void within_a_bucket_every_value_counts_as_likely() {
        for (int i = 0; i < 100; i++) timer.record(Duration.ofMillis(15));
        assertThat(times()).isEqualTo(new DeliveryTimes(15, 19.5, 19.9));
    }

    @Test
    void the_slowest_make_the_upper_percentiles() {
        for (int i = 0; i < 98; i++) timer.record(Duration.ofNanos(500_000));
        for (int i = 0; i < 2; i++) timer.record(Duration.ofMillis(400));
        assertThat(times().p95()).isLessThanOrEqualTo(1);
        assertThat(times().p99()).isBetween(300.0, 500.0);
    }

    @Test
    void what_is_beyond_the_last_bound_is_told_as_that_bound() {
        timer.record(Duration.ofSeconds(60));
        assertThat(times()).isEqualTo(new DeliveryTimes(5_000, 5_000, 5_000));
    }
}
