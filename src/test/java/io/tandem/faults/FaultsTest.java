package io.tandem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.faults.Crowd.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@code bin/test --faults}: every kind of fault once, few people. */
class FaultsTest {

    /** {@code -Dtandem.faults.seed=…} repeats a round; one that fails says which it was. */
    private static final long SEED =
            Long.getLong("tandem.faults.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    private static final Size FEW = new Size(2, 2, 120, Duration.ofMillis(1_200), Duration.ofMillis(100));

    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.ROLL));

    @Test
    @Timeout(240)
    void nothing_is_lost_and_nothing_is_doubled_whatever_fails() throws Exception {
        try (Site site = Site.open(Path.of("target", "faults-short"))) {
            Outcome outcome = Round.run(site, FEW, SEED, FAULTS);
            assertThat(outcome.findings()).as(outcome.toString()).isEmpty();
            assertThat(outcome.rings()).as("notifications").isPositive();
        }
    }
}
