package io.tandem.testing;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Somebody else at a test's database: takes tables away, holds locks. */
public final class DatabaseSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;

    public DatabaseSession(TestDatabase database) {
        try {
            PgConnectOptions address = PgConnectOptions.fromUri(database.uri());
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + address.getDatabase(),
                    address.getUser(),
                    address.getPassword());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first value of the first row, as text; empty where there is none. */
    public String read(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void untilSomebodyWaits() {
        untilSomeWait(1);
    }

    /** Waits until so many other sessions wait for a lock; inside a transaction too, where one look would freeze. */
    public void untilSomeWait(int sessions) {
        String waiting = "SELECT count(*) >= " + sessions
                + " FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var statement = connection.createStatement()) {
            for (boolean found = false; !found; ) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("Nobody waits for a lock");
                statement.execute("SELECT pg_stat_clear_snapshot()");
                try (var rows = statement.executeQuery(waiting)) {
                    found = rows.next() && rows.getBoolean(1);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
