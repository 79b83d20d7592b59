package io.tandem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.faults.Crowd.Size;
import io.tandem.faults.Round.Blow;
import io.tandem.testing.Ports;
import io.tandem.testing.TandemProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server alone, with the PostgreSQL it brings along: killed again and again in the middle of people's work. */
class LoneServerTest {

    private static final int KILLS = 3;
    private static final Size FEW = new Size(2, 1, 40, Duration.ofSeconds(3), Duration.ofMillis(200));

    @Test
    void nothing_acknowledged_is_lost_and_nothing_happens_twice_when_the_server_is_killed(@TempDir Path temporary)
            throws Exception {
        Path folder = temporary.toRealPath();
        Path data = folder.resolve("alone");
        try (Node node = new Node(folder, "alone", Ports.free(), Map.of())) {
            node.awaitReady();
            Crowd crowd = new Crowd(node.url(), node.url(), FEW, new Random());
            Blow kill = new Blow(Fault.KILL, moment -> {
                moment.run();
                node.kill();
                assertThat(TandemProcess.postgres(data)).isPresent();
                node.start();
            });
            Outcome outcome = Round.run(0, crowd, () -> connect(data), Collections.nCopies(KILLS, kill));
            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.changes()).isGreaterThan(100);
        } finally {
            TandemProcess.endPostgres(data);
        }
    }

    private static Connection connect(Path data) throws SQLException {
        try {
            String password = Files.readString(data.resolve("postgres.password"));
            String port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port.trim() + "/tandem", "tandem", password);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
