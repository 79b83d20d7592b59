package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who administers an installation. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministratorsTest {

    private static final String STATS = "/api/admin/websocket/stats";
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V005__administrators.sql");
    private static final int ROUNDS = 5;

    private TestDatabase database;
    private TandemServer server;
    private TandemServer other;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own, Map.of("auth.password_hash_parallel", "4"));
        other = TandemServer.start(own);
    }

    @AfterAll
    void stop() {
        server.close();
        other.close();
    }

    @BeforeEach
    void nobodyIsHere() {
        run("TRUNCATE accounts_user CASCADE");
    }

    private void run(String sql) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run(sql);
        }
    }

    @Test
    void the_first_to_register_administers_and_nobody_after() {
        Person ada = server.register("Ada");
        Person grace = server.register("Grace");
        ada.get(STATS).expect(200);
        assertThat(grace.get(STATS).refused(403)).isEqualTo("forbidden");
        assertThat(server.stranger().get(STATS).refused(401)).isEqualTo("unauthorized");
    }

    @Test
    void of_many_who_come_first_at_once_only_one_administers() {
        for (int round = 0; round < ROUNDS; round++) {
            nobodyIsHere();
            List<CompletableFuture<Person>> registrations = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? server : other).register("P" + i)))
                    .toList();
            assertThat(registrations)
                    .extracting(CompletableFuture::join)
                    .filteredOn(person -> person.get(STATS).status() == 200)
                    .hasSize(1);
        }
    }

    @Test
    void a_failed_registration_does_not_use_up_the_first_place() {
        server.stranger()
                .post("/api/auth/register", "{\"email\":\"a@example.org\",\"password\":\"short\",\"name\":\"A\"}")
                .expect(422);
        server.register("Ada").get(STATS).expect(200);
    }

    @Test
    void where_there_were_accounts_before_the_oldest_administers() throws IOException {
        Person ada = server.register("Ada");
        Person grace = server.register("Grace");
        run("UPDATE accounts_user SET created_at = created_at - interval '1 day' WHERE id = '" + grace.id() + "'");
        run("ALTER TABLE accounts_user DROP COLUMN admin");
        run(Files.readString(MIGRATION));
        grace.get(STATS).expect(200);
        ada.get(STATS).expect(403);
    }
}
