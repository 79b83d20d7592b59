package io.tandem.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along: keeps its data in {@code <data.dir>/postgres}, listens on 127.0.0.1 on any free port
 * and lets in only who knows the random password in {@code <data.dir>/postgres.password} (mode 600).
 *
 * <p>The server is started by {@code pg_ctl} in a session of its own, so that Ctrl-C reaches only Tandem, which stops it
 * last. One left over by a killed Tandem is stopped before a new one starts: recovering is the job of a fresh start.
 * All methods block: call them on a virtual thread.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "tandem";
    private static final int PORTS_TRIED_MAX = 3;
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 30;
    private static final int LOG_BYTES_MAX = 10_000_000;

    /** Durable as PostgreSQL is by default; what differs from its defaults, and nothing that needs quoting. */
    private static final Map<String, String> SERVER_SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "300",
            "timezone", "UTC",
            "jit", "off",
            // Its data is in memory or on a disk without heads to move: an index beats reading a small table whole.
            "random_page_cost", "1.1",
            "log_checkpoints", "off");

    private final Path cluster;
    private final Path passwordFile;
    private final EmbeddedPostgresLock lock;
    private final EmbeddedPostgresCommands commands;
    private int port;

    private EmbeddedPostgres(Path dataDir, EmbeddedPostgresLock lock) throws IOException {
        this.cluster = dataDir.resolve("postgres");
        this.passwordFile = dataDir.resolve("postgres.password");
        this.lock = lock;
        this.commands = EmbeddedPostgresCommands.in(EmbeddedPostgresBinaries.unpack(dataDir), cluster);
    }

    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, Map.of());
    }

    /**
     * Fails with {@link ConfigurationException} when another Tandem uses the directory or PostgreSQL cannot run here.
     *
     * @param serverSettings settings of PostgreSQL beyond the usual, such as {@code fsync=off} for tests
     */
    public static EmbeddedPostgres start(Path dataDir, Map<String, String> serverSettings) {
        try {
            var directory = Files.createDirectories(dataDir).toRealPath();
            var lock = EmbeddedPostgresLock.take(directory);
            try {
                var postgres = new EmbeddedPostgres(directory, lock);
                postgres.run(serverSettings);
                return postgres;
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "The embedded PostgreSQL cannot use " + dataDir.toAbsolutePath() + " (data.dir): " + failure);
        }
    }

    /** For clients on this machine; contains the password. */
    public String uri() throws IOException {
        return "postgresql://" + NAME + ":" + Files.readString(passwordFile) + "@127.0.0.1:" + port + "/" + NAME;
    }

    private void run(Map<String, String> serverSettings) throws IOException {
        stopOrphan();
        if (!Files.exists(cluster)) {
            initialise();
        }
        refuseOtherVersion();
        rotateLog();
        startServer(serverSettings);
        createDatabase();
    }

    /** Under the lock a running server on this directory can only be one whose Tandem was killed. */
    private void stopOrphan() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        var process = processIn(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (isOurs(process.get())) {
            log.info("Stopping the PostgreSQL that a killed Tandem left behind");
            stopServer();
        } else {
            // The number belongs to another program by now (after a reboot, or in a new container), which PostgreSQL
            // would take for a server of its own and refuse to start.
            Files.delete(pidFile);
        }
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
        return lines.stream()
                .limit(1)
                .map(String::trim)
                .filter(number -> number.matches("\\d{1,10}"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)).stream())
                .findFirst();
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var isPostgres =
                info.command().filter(path -> path.endsWith("/postgres")).isPresent();
        var arguments = info.arguments().map(List::of).orElse(List.of());
        return isPostgres && arguments.contains(cluster.toString());
    }

    /** Made beside its place and moved there when whole: an interrupted first start leaves nothing half done. */
    private void initialise() throws IOException {
        var unfinished = cluster.resolveSibling("postgres.unfinished");
        EmbeddedPostgresBinaries.deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        writePassword();
        commands.giveAway(unfinished);
        commands.giveAway(passwordFile);
        commands.run(
                120,
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
    }

    private void refuseOtherVersion() throws IOException {
        var version = Files.readString(cluster.resolve("PG_VERSION")).trim();
        if (!version.equals(EmbeddedPostgresBinaries.MAJOR_VERSION)) {
            throw new ConfigurationException(cluster + " was made by PostgreSQL " + version + ", this Tandem brings "
                    + EmbeddedPostgresBinaries.MAJOR_VERSION
                    + ": dump it with the Tandem that made it and restore here");
        }
        if (!Files.exists(passwordFile)) {
            throw new ConfigurationException(passwordFile + " is missing: restore it, it belongs to " + cluster);
        }
    }

    private void rotateLog() throws IOException {
        var current = logFile();
        if (Files.exists(current) && Files.size(current) > LOG_BYTES_MAX) {
            Files.move(current, current.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path logFile() {
        return cluster.resolve("server.log");
    }

    /** Another program may take the free port before PostgreSQL does: then with another one. */
    private void startServer(Map<String, String> serverSettings) throws IOException {
        for (var attempt = 1; ; attempt++) {
            port = freePort();
            try {
                commands.run(START_SECONDS, pgCtlStart(serverSettings));
                return;
            } catch (ConfigurationException failure) {
                if (attempt == PORTS_TRIED_MAX || !lastLines().contains("could not bind")) {
                    throw new ConfigurationException(
                            failure.getMessage() + "\n" + logFile() + " ends with:\n" + lastLines());
                }
            }
        }
    }

    private String[] pgCtlStart(Map<String, String> serverSettings) {
        var options = new TreeMap<>(SERVER_SETTINGS);
        options.putAll(serverSettings);
        var line = options.entrySet().stream()
                .map(option -> "-c " + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        return new String[] {
            "pg_ctl", "start", "-w", "-t", "" + START_SECONDS, "-D", "" + cluster, "-l", "" + logFile(), "-o", line
        };
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private String lastLines() throws IOException {
        if (!Files.exists(logFile())) {
            return "";
        }
        var lines = new ArrayList<>(Files.readAllLines(logFile()));
        return "  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private void createDatabase() throws IOException {
        var address = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(address, NAME, Files.readString(passwordFile));
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException failure) {
            stopServer();
            throw new ConfigurationException(
                    "The embedded PostgreSQL in " + cluster + " lets nobody in: " + failure.getMessage());
        }
    }

    /** Stops the server, writing everything to disk, and frees the directory for the next Tandem. */
    @Override
    public void close() {
        try {
            stopServer();
        } finally {
            lock.close();
        }
    }

    private void stopServer() {
        try {
            commands.run(STOP_SECONDS + 10, pgCtlStop("fast"));
        } catch (ConfigurationException tooSlow) {
            log.warn("Stopping PostgreSQL the hard way, it recovers at the next start: {}", tooSlow.getMessage());
            commands.run(STOP_SECONDS + 10, pgCtlStop("immediate"));
        }
    }

    private String[] pgCtlStop(String mode) {
        return new String[] {"pg_ctl", "stop", "-w", "-t", "" + STOP_SECONDS, "-m", mode, "-D", "" + cluster};
    }
}
