package io.tandem.testing;

import io.tandem.platform.EmbeddedPostgres;
import io.tandem.platform.Migrations;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of the tests: the one at {@code TANDEM_TEST_PG_URI}, else a container when Docker answers, else the
 * embedded one. Databases are copies of a template that was migrated once.
 */
final class TestPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);

    /** Test data may be lost with the machine; everything else behaves as in production. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "500");

    private static final String PREFIX =
            "tandem_test_" + ProcessHandle.current().pid() + "_";

    private final URI server;
    private final AutoCloseable process;
    private final AtomicInteger created = new AtomicInteger();

    private TestPostgres(String uri, AutoCloseable process) {
        this.server = URI.create(uri);
        this.process = process;
    }

    static TestPostgres start() {
        var postgres = configured().or(TestPostgres::container).orElseGet(TestPostgres::embedded);
        postgres.execute("CREATE DATABASE " + PREFIX + "template");
        Migrations.run(postgres.uriOf(PREFIX + "template"));
        return postgres;
    }

    private static Optional<TestPostgres> configured() {
        return Optional.ofNullable(System.getenv("TANDEM_TEST_PG_URI"))
                .filter(uri -> !uri.isBlank())
                .map(uri -> new TestPostgres(uri, () -> {}));
    }

    private static Optional<TestPostgres> container() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            var container = new PostgreSQLContainer("postgres:18-alpine");
            container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=500");
            container.start();
            return Optional.of(new TestPostgres(uriOf(container), container));
        } catch (RuntimeException noImage) {
            log.warn("Docker answers but starts no PostgreSQL, so the embedded one is used: {}", noImage.getMessage());
            return Optional.empty();
        }
    }

    private static String uriOf(PostgreSQLContainer container) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        container.getUsername(),
                        container.getPassword(),
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getDatabaseName());
    }

    /** Keeps its directory from run to run, so that only the first unpacks and initialises. */
    private static TestPostgres embedded() {
        var fork = System.getProperty("surefire.forkNumber", "1");
        var postgres = EmbeddedPostgres.start(Path.of("target", "postgres-" + fork), FAST);
        try {
            var shared = new TestPostgres(postgres.uri(), postgres);
            shared.dropLeftovers();
            return shared;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    TestDatabase create() {
        var name = PREFIX + created.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + PREFIX + "template");
        return new TestDatabase(uriOf(name));
    }

    void drop(TestDatabase database) {
        execute("DROP DATABASE " + URI.create(database.uri()).getPath().substring(1) + " WITH (FORCE)");
    }

    private String uriOf(String database) {
        return server.toString().replaceFirst("(?<=[^/])/[^/?]*(?=\\?|$)", "/" + database);
    }

    /** A run that was killed dropped nothing. */
    private void dropLeftovers() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var names =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'tandem_test_%'")) {
            while (names.next()) {
                execute("DROP DATABASE " + names.getString(1) + " WITH (FORCE)");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql + ": " + failure.getMessage(), failure);
        }
    }

    private Connection connect() throws SQLException {
        var address = PgConnectOptions.fromUri(server.toString());
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + address.getDatabase(),
                address.getUser(),
                address.getPassword());
    }

    @Override
    public void close() throws Exception {
        execute("DROP DATABASE " + PREFIX + "template WITH (FORCE)");
        process.close();
    }
}
