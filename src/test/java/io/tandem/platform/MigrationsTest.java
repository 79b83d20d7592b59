package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@WithDatabase
class MigrationsTest {

    private static final Settings.Database POOL = new Settings.Database(Optional.empty(), 4, 100);

    @Test
    void several_instances_may_migrate_at_once(TestDatabase database) throws Exception {
        read(database.uri(), "DROP SCHEMA public CASCADE");
        read(database.uri(), "CREATE SCHEMA public");
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> Migrations.run(database.uri()), instances))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(runs).get(60, TimeUnit.SECONDS);
        }
        assertThat(read(database.uri(), "SELECT bool_and(success)::text FROM flyway_schema_history"))
                .isNotEqualTo("false");
    }

    @Test
    void a_database_that_is_away_is_named_without_its_password() {
        assertThatThrownBy(() -> Migrations.run("postgresql://ada:hunter2@127.0.0.1:1/tandem", Duration.ofMillis(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("127.0.0.1:1/tandem cannot be used (database.uri)")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_wrong_password_or_name_is_told_at_once(TestDatabase database) {
        var right = PgConnectOptions.fromUri(database.uri());
        var wrongName = "postgresql://%s:%s@%s:%d/nowhere"
                .formatted(right.getUser(), right.getPassword(), right.getHost(), right.getPort());
        assertThatThrownBy(() -> Migrations.run(wrongName, Duration.ofMinutes(5)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("database \"nowhere\" does not exist");
    }

    @Test
    void a_malformed_address_is_refused_without_showing_it() {
        assertThatThrownBy(() -> Migrations.run("postgresql://ada:hunter2@host:port:5432/a/b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("database.uri is malformed")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void an_old_postgresql_is_refused_by_name() {
        assertThatThrownBy(() -> Migrations.requireVersion(13, "db:5432/tandem"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The database db:5432/tandem is PostgreSQL 13; Tandem needs 14 or newer (database.uri)");
        assertThatCode(() -> Migrations.requireVersion(14, "db:5432/tandem")).doesNotThrowAnyException();
    }

    private static String read(String uri, String sql) throws Exception {
        var vertx = Vertx.vertx();
        try {
            var pool = Database.pool(vertx, uri, POOL);
            var rows = pool.preparedQuery(sql).execute().await(10, TimeUnit.SECONDS);
            return rows.size() == 0 ? "" : String.valueOf(rows.iterator().next().getValue(0));
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }
}
