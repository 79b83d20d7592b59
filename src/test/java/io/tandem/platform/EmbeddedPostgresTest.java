package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    static Path shared;

    Path dataDir;

    /** Unpacking and initialising take seconds: done once, over what an earlier attempt left half done. */
    @BeforeAll
    static void prepare() throws IOException {
        Files.createDirectories(shared.resolve("postgres-18.6.0.unfinished/bin"));
        Files.createDirectories(shared.resolve("postgres.unfinished/base"));
        EmbeddedPostgres.start(shared).close();
        assertThat(shared.resolve("postgres-18.6.0.unfinished")).doesNotExist();
        assertThat(shared.resolve("postgres.unfinished")).doesNotExist();
    }

    @BeforeEach
    void copy() throws IOException {
        dataDir = Files.createTempDirectory(shared, "data").toRealPath();
        Files.createSymbolicLink(dataDir.resolve("postgres-18.6.0"), shared.resolve("postgres-18.6.0"));
        try (var files = Files.walk(shared.resolve("postgres"))) {
            for (var file : files.toList()) {
                Files.copy(file, dataDir.resolve(shared.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(
                shared.resolve("postgres.password"),
                dataDir.resolve("postgres.password"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void what_was_written_is_there_after_a_restart_and_only_the_password_opens_it() throws Exception {
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            execute(postgres.uri(), "CREATE TABLE note AS SELECT 'kept' AS text");
            assertThat(read(postgres.uri(), "SHOW fsync")).isEqualTo("on");
            assertThat(read(postgres.uri(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(read(postgres.uri(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(modeOf("postgres.password")).isEqualTo("rw-------");
            assertThat(modeOf("postgres")).isEqualTo("rwx------");
            var guess = postgres.uri().replaceFirst(":[0-9a-f]{48}@", ":guess@");
            assertThatThrownBy(() -> read(guess, "SELECT 1")).hasMessageContaining("password authentication failed");
        }
        age(dataDir.resolve("tandem.lock"));
        age(dataDir.resolve("postgres"));
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThat(read(postgres.uri(), "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void a_second_one_on_the_same_directory_is_refused_and_harms_nothing() throws Exception {
        try (var first = EmbeddedPostgres.start(dataDir)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(
                            "Another Tandem (process " + ProcessHandle.current().pid() + ") already uses");
            var other = otherProcess();
            assertThat(other.inputReader().readLine()).contains("Another Tandem");
            assertThat(read(first.uri(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void after_a_kill_the_orphan_is_stopped_and_nothing_committed_is_lost() throws Exception {
        var tandem = otherProcess();
        var uri = new BufferedReader(new InputStreamReader(tandem.getInputStream(), StandardCharsets.UTF_8)).readLine();
        execute(uri, "CREATE TABLE note AS SELECT 'kept' AS text");
        var orphan = postmaster();
        tandem.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(orphan.isAlive()).isTrue();
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(read(postgres.uri(), "SELECT text FROM note")).isEqualTo("kept");
        }
        assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_process_number_that_went_to_another_program_is_no_orphan() throws Exception {
        var me = Long.toString(ProcessHandle.current().pid());
        Files.writeString(dataDir.resolve("postgres/postmaster.pid"), me + "\n" + dataDir + "\n0\n5432\n\n127.0.0.1\n");
        try (var postgres = EmbeddedPostgres.start(dataDir)) {
            assertThat(read(postgres.uri(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_cluster_of_another_version_is_left_alone() throws Exception {
        Files.writeString(dataDir.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir)).hasMessageContaining("was made by PostgreSQL 17");
    }

    private Process otherProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), OtherTandem.class.getName(), "" + dataDir)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static final class OtherTandem {
        public static void main(String[] arguments) throws Exception {
            try {
                System.out.println(EmbeddedPostgres.start(Path.of(arguments[0])).uri());
                System.in.read();
            } catch (ConfigurationException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(dataDir.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    private String modeOf(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(name)));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
    }

    private static void execute(String uri, String sql) throws SQLException {
        try (var connection = connect(uri);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String uri, String sql) throws SQLException {
        try (var connection = connect(uri);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(String uri) throws SQLException {
        var parts = uri.split("[/:@]+");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + parts[3] + ":" + parts[4] + "/" + parts[5], parts[1], parts[2]);
    }
}
