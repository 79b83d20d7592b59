package io.tandem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.faults.Crowd.Size;
import io.tandem.testing.TestRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code bin/test --faults}: rounds with more people and longer faults. Its name keeps it out of every other run. */
class FaultRounds {

    private static final Size MANY = new Size(3, 3, 70, Duration.ofSeconds(3), Duration.ofSeconds(1));
    private static final int ROUNDS = 3;

    /** A rolling restart is a restart of each instance. */
    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.RESTART));

    /** The seed of the first round; those after it follow from it. */
    private static final long SEED =
            Long.getLong("tandem.faults.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void nothing_is_lost_and_nothing_is_doubled_round_after_round() throws Exception {
        FaultReport report = new FaultReport();
        int rounds = Integer.getInteger("tandem.faults.rounds", ROUNDS);
        try (Site site = Site.open(Path.of("target", "faults"))) {
            System.out.println(rounds + " rounds with two instances behind " + site.balancer() + ", Redis "
                    + TestRedis.version() + ", first seed " + SEED);
            for (int round = 1; round <= rounds; round++) {
                Outcome outcome = Round.run(site, MANY, SEED + round - 1, FAULTS);
                System.out.printf(Locale.ROOT, "round %d %s%n", round, outcome);
                report.add(outcome);
                report.write(Path.of("target", "reports", "faults.json"));
                assertThat(outcome.findings()).isEmpty();
            }
        } finally {
            System.out.print(report.table());
        }
    }
}
