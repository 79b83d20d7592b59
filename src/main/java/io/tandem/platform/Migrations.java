package io.tandem.platform;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database to the version this Tandem needs. Several instances may start at once: Flyway holds a lock in the
 * database while it works. A database already further ahead (an older instance during a rolling restart) is accepted.
 */
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int POSTGRES_MIN = 14;

    private Migrations() {}

    /** Blocks. Fails with {@link ConfigurationException} when the database is away, too old or does not let us in. */
    public static void run(String uri) {
        run(uri, PATIENCE);
    }

    static void run(String uri, Duration patience) {
        var address = Database.address(uri);
        var source = source(address);
        requireVersion(majorVersion(source, shown(address), patience), shown(address));
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new ConfigurationException(
                    "The database " + shown(address) + " cannot be migrated: " + failure.getMessage());
        }
    }

    private static DataSource source(PgConnectOptions address) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.getHost()});
        source.setPortNumbers(new int[] {address.getPort()});
        source.setDatabaseName(address.getDatabase());
        source.setUser(address.getUser());
        source.setPassword(address.getPassword());
        source.setSslMode(address.getSslMode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (address.getSslMode() == SslMode.VERIFY_CA || address.getSslMode() == SslMode.VERIFY_FULL) {
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        source.setConnectTimeout(5);
        source.setApplicationName("tandem");
        return source;
    }

    static void requireVersion(int version, String shown) {
        if (version < POSTGRES_MIN) {
            throw new ConfigurationException("The database " + shown + " is PostgreSQL " + version + "; Tandem needs "
                    + POSTGRES_MIN + " or newer (database.uri)");
        }
    }

    /** A database that is still starting, as in a compose file, is waited for; one that refuses us is not. */
    private static int majorVersion(DataSource source, String shown, Duration patience) {
        var deadline = Instant.now().plus(patience);
        for (var attempt = 1; ; attempt++) {
            try (var connection = source.getConnection()) {
                return connection.getMetaData().getDatabaseMajorVersion();
            } catch (SQLException failure) {
                if (!isAway(failure) || Instant.now().isAfter(deadline)) {
                    throw new ConfigurationException(
                            "The database " + shown + " cannot be used (database.uri): " + failure.getMessage());
                }
                if (attempt == 1) {
                    log.info("Waiting up to {} s for the database {}", patience.toSeconds(), shown);
                }
                pause();
            }
        }
    }

    /** Classes 08 (no connection) and 57P03 (starting up), see PostgreSQL's table of SQLSTATE codes. */
    private static boolean isAway(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.equals("57P03");
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("Interrupted while waiting for the database");
        }
    }

    private static String shown(PgConnectOptions address) {
        return address.getHost() + ":" + address.getPort() + "/" + address.getDatabase();
    }
}
