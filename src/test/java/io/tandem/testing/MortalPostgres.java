package io.tandem.testing;

import io.tandem.platform.ConfigurationException;
import io.tandem.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of a test's own, as durable as in production, that can be restarted and killed. Its address stays: clients
 * reach it through a proxy, which can fail too.
 */
public final class MortalPostgres implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int STARTS_MAX = 5;

    private final Thread brokenOff = new Thread(this::letGo);
    private final Path folder;
    private final FaultyProxy door;
    private final String uri;
    private EmbeddedPostgres server;

    private MortalPostgres(Path folder) throws IOException {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(folder);
        this.door = FaultyProxy.to(URI.create(server.uri()));
        this.uri = server.uri().replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + door.port());
        empty();
        Runtime.getRuntime().addShutdownHook(brokenOff);
    }

    /** @param folder kept from run to run, so that only the first unpacks and initialises; the database is emptied */
    public static MortalPostgres start(Path folder) {
        try {
            return new MortalPostgres(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session of one's own. */
    public Connection connect() throws SQLException {
        URI address = URI.create(uri);
        String[] account = address.getUserInfo().split(":");
        String jdbc = "jdbc:postgresql://127.0.0.1:" + address.getPort() + address.getPath();
        return DriverManager.getConnection(jdbc, account[0], account[1]);
    }

    private void empty() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same through every restart. */
    public String uri() {
        return uri;
    }

    /** The way to it. */
    public FaultyProxy door() {
        return door;
    }

    /** Ends every session at once, writes everything to disk and comes back. */
    public void restart() {
        server.close();
        comeBack();
    }

    /** {@code kill -9} of the postmaster; answers when the last of its children has noticed. */
    public void kill() {
        ProcessHandle postmaster = TandemProcess.postgres(folder).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(child ->
                child.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        letGo();
    }

    /** Frees the folder; that there is nothing left to stop is no surprise. */
    private void letGo() {
        try {
            server.close();
        } catch (ConfigurationException nothingToStop) {
            // Killed, as asked.
        }
    }

    /** Starts again after {@link #kill}: it recovers what was committed. */
    public void comeBack() {
        for (int tried = 1; ; tried++) {
            try {
                server = EmbeddedPostgres.start(folder);
                door.leadTo(URI.create(server.uri()));
                return;
            } catch (ConfigurationException stillHeld) {
                if (tried == STARTS_MAX) throw stillHeld;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(brokenOff);
        letGo();
        door.close();
    }
}
