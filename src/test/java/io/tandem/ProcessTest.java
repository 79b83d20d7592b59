package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: how they start, refuse to start and stop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessTest {

    private static final int PATIENCE_SECONDS = 30;

    private Path data;
    private TandemProcess tandem;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = folder.toRealPath().resolve("data");
        tandem = TandemProcess.start(data, Map.of());
    }

    @AfterAll
    void stop() {
        tandem.close();
        TandemProcess.endPostgres(data);
    }

    /** The one that runs, or a fresh one on the same data. */
    private URI running() {
        if (!tandem.isAlive()) tandem = TandemProcess.start(data, Map.of());
        return tandem.url();
    }

    @Test
    void a_second_server_on_the_same_data_is_told_who_has_it() {
        running();
        try (TandemProcess second = TandemProcess.start(data, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output())
                    .contains(
                            "Tandem does not start. Another Tandem (process " + tandem.pid() + ") already uses " + data)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_database_that_is_not_there_is_named_and_its_password_is_not() throws IOException {
        running();
        String password = Files.readString(data.resolve("postgres.password"));
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String uri = "postgresql://tandem:" + password + "@127.0.0.1:" + port.trim() + "/nowhere";
        try (TandemProcess lost = TandemProcess.start(data, Map.of("TANDEM_DATABASE_URI", uri))) {
            assertThat(lost.exitCode()).isEqualTo(2);
            assertThat(lost.output())
                    .contains("Tandem does not start. The database 127.0.0.1:" + port.trim() + "/nowhere")
                    .contains("database.uri")
                    .doesNotContain(password)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_server_that_waits_for_its_database_says_so_and_can_be_stopped() {
        String uri = "postgresql://tandem:secret@127.0.0.1:1/tandem";
        try (TandemProcess waiting = TandemProcess.start(data, Map.of("TANDEM_DATABASE_URI", uri))) {
            waiting.hasSaid("Waiting up to 30 s for the database 127.0.0.1:1/tandem");
            assertThat(waiting.terminate().exitCode()).isZero();
            assertThat(waiting.output()).doesNotContain("secret").doesNotContain("\tat ");
        }
    }

    @Test
    void a_setting_that_does_not_exist_is_named() {
        try (TandemProcess wrong = TandemProcess.start(data, Map.of("TANDEM_LIMITS_MESSAGE_BITES", "7"))) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.output())
                    .contains("TANDEM_LIMITS_MESSAGE_BITES")
                    .contains("TANDEM_LIMITS_MESSAGE_BYTES")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_server_told_to_stop_says_goodbye_and_takes_its_database_along() {
        Person ada = Person.register(running(), "Ada");
        LiveClient socket = ada.opens(ada.createWorkspace("Pier"));
        ProcessHandle postgres = TandemProcess.postgres(data).orElseThrow();
        tandem.terminate();
        assertThat(socket.next("goodbye")
                        .path("data")
                        .path("reconnect_after_ms")
                        .isIntegralNumber())
                .isTrue();
        assertThat(socket.closeCode()).isEqualTo(1012);
        assertThat(tandem.exitCode()).isZero();
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(tandem.output()).doesNotContain("\tat ");
    }
}
