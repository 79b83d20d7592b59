package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WrittenTest {

    private static Written metrics(int oneMs, int twoMs, int all) {
        return Written.parse("""
                # TYPE tandem_live_delivery_seconds histogram
                tandem_live_delivery_seconds_bucket{le="0.001"} %d
                tandem_live_delivery_seconds_bucket{node="a",le="0.002"} %d.0
                tandem_live_delivery_seconds_bucket{le="+Inf"} %d
                tandem_live_delivery_seconds_count %d
                """.formatted(oneMs, twoMs, all, all));
    }

    @Test
    void only_what_was_written_meanwhile_counts() {
        Written meanwhile = metrics(50, 150, 150).since(metrics(50, 50, 50));
        assertThat(meanwhile.percentile(50)).isCloseTo(1.5, within(1e-9));
        assertThat(meanwhile.percentile(100)).isCloseTo(2, within(1e-9));
    }

    @Test
    void beyond_the_last_bound_it_is_told_as_that_bound() {
        assertThat(metrics(0, 0, 10).percentile(99)).isEqualTo(2);
    }

    @Test
    void where_nothing_was_written_or_nothing_is_told_there_is_no_number() {
        assertThat(metrics(5, 5, 5).since(metrics(5, 5, 5)).percentile(50)).isNaN();
        assertThat(Written.parse("").percentile(50)).isNaN();
        assertThat(metrics(1, 1, 1).since(Written.UNKNOWN).percentile(50)).isNaN();
    }
}
