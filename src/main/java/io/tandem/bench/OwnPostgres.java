package io.tandem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The embedded PostgreSQL of an own server, from outside. */
final class OwnPostgres {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    /** Backends hand in their counts when they have been idle for a second. */
    private static final int COUNTS_LATE_MS = 1_500;

    private final Path data;

    /** @param data the {@code data.dir} of the server */
    OwnPostgres(Path data) {
        this.data = data;
    }

    /** Of the postmaster, which is no child of the server's JVM; 0 while there is none. */
    long pid() {
        return Files.exists(pidFile()) ? Long.parseLong(line(PID_LINE)) : 0;
    }

    /** Waits until all that was done is counted. */
    double transactions() {
        Pause.millis(COUNTS_LATE_MS);
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL does not tell its counts: " + e.getMessage(), e);
        }
    }

    /** Makes people without a password, as a sign-up and a join would leave them; answers with their tokens. */
    List<String> people(int count, List<Workspace> workspaces, Signature signature) {
        try (Connection connection = connect()) {
            List<PeopleStore.Session> sessions = PeopleStore.insert(
                    connection,
                    count,
                    workspaces.stream().map(Workspace::id).map(UUID::fromString).toList());
            return sessions.stream().map(signature::token).toList();
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL does not take people: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            String password = Files.readString(data.resolve("postgres.password"));
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + line(PORT_LINE) + "/tandem", "tandem", password);
        } catch (IOException e) {
            throw new BenchException("The password of PostgreSQL cannot be read", e);
        }
    }

    private String line(int number) {
        try {
            return Files.readAllLines(pidFile()).get(number).strip();
        } catch (IOException e) {
            throw new BenchException("PostgreSQL is gone", e);
        }
    }

    private Path pidFile() {
        return data.resolve("postgres/postmaster.pid");
    }
}
