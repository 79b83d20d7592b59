package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsOverHttpTest {

    private static final String PASSWORD = "correct horse";

    private TandemServer server;
    private TandemServer other;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database, Map.of("auth.refresh_grace_seconds", "0"));
        other = TandemServer.start(database);
    }

    @AfterAll
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void registering_answers_with_the_person_and_a_pair_of_tokens() {
        JsonNode answer = server.stranger()
                .post(
                        "/api/auth/register",
                        Map.of("email", " new@example.org".strip(), "password", PASSWORD, "name", "  New  "))
                .expect(201);
        assertThat(answer.path("user").path("name").asText()).isEqualTo("New");
        assertThat(answer.path("user").path("time_zone").asText()).isEqualTo("UTC");
        assertThat(answer.path("user").has("password_hash")).isFalse();
        assertThat(answer.path("access_token").asText()).isNotEmpty();
        assertThat(answer.path("refresh_token").asText()).isNotEmpty();
        assertThat(answer.path("expires_in").asInt()).isPositive();
    }

    @Test
    void an_input_that_does_not_fit_is_refused_with_every_fault() {
        Person stranger = server.stranger();
        assertThat(stranger.post("/api/auth/register", Map.of("email", "x", "password", "short", "name", " "))
                        .refused(422))
                .isEqualTo("validation_failed");
        assertThat(stranger.post("/api/auth/login", Map.of("email", "ada@example.org"))
                        .refused(422))
                .isEqualTo("validation_failed");
    }

    @Test
    void a_second_account_with_the_address_is_refused() {
        Person ada = server.register("Ada");
        Map<String, String> again = Map.of("email", ada.email(), "password", PASSWORD, "name", "Ada");
        assertThat(server.stranger().post("/api/auth/register", again).refused(409))
                .isEqualTo("email_taken");
    }

    @Test
    void a_wrong_password_is_unauthorized() {
        Person ada = server.register("Grace");
        assertThat(server.stranger()
                        .post("/api/auth/login", Map.of("email", ada.email(), "password", "not the password"))
                        .refused(401))
                .isEqualTo("wrong_credentials");
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_session() {
        Person ada = server.register("Alan");
        JsonNode fresh = refresh(ada.refreshToken());
        ada.signedIn(fresh).get("/api/me").expect(200);
        String old = ada.refreshToken();
        ada.signedIn(refresh(old));
        assertThat(server.stranger()
                        .post("/api/auth/refresh", Map.of("refresh_token", old))
                        .refused(401))
                .isEqualTo("session_expired");
        assertThat(ada.get("/api/me").refused(401)).isEqualTo("unauthorized");
    }

    private JsonNode refresh(String token) {
        return server.stranger()
                .post("/api/auth/refresh", Map.of("refresh_token", token))
                .expect(200);
    }

    @Test
    void signing_out_holds_here_at_once_and_leaves_the_other_device() {
        Person ada = server.register("Kay");
        Person elsewhere = ada.elsewhere();
        ada.post("/api/auth/logout", Map.of()).expect(204);
        assertThat(ada.get("/api/me").refused(401)).isEqualTo("unauthorized");
        elsewhere.get("/api/me").expect(200);
        elsewhere.post("/api/auth/logout", Map.of("everywhere", true)).expect(204);
        assertThat(elsewhere.get("/api/me").refused(401)).isEqualTo("unauthorized");
    }

    @Test
    void a_session_is_the_same_on_every_instance() {
        Person ada = server.register("Radia");
        assertThat(ada.at(other).get("/api/me").expect(200).path("id").asText())
                .isEqualTo(ada.id().toString());
    }

    @Test
    void one_changes_ones_own_account() {
        Person ada = server.register("Augusta");
        JsonNode me = ada.patch("/api/me", Map.of("name", "Countess", "time_zone", "Europe/London"))
                .expect(200);
        assertThat(me.path("name").asText()).isEqualTo("Countess");
        assertThat(ada.get("/api/me").expect(200)).isEqualTo(me);
        assertThat(ada.patch("/api/me", Map.of("time_zone", "Middle/Earth")).refused(422))
                .isEqualTo("validation_failed");
        assertThat(ada.patch("/api/me", Map.of("password", "another password")).refused(422))
                .isEqualTo("validation_failed");
        assertThat(ada.patch("/api/me", Map.of("password", "another password", "current_password", "wrong"))
                        .refused(401))
                .isEqualTo("wrong_credentials");
    }

    @Test
    void a_new_password_shows_the_other_devices_out() {
        Person ada = server.register("Hedy");
        Person elsewhere = ada.elsewhere();
        ada.patch("/api/me", Map.of("password", "another password", "current_password", PASSWORD))
                .expect(200);
        ada.get("/api/me").expect(200);
        assertThat(elsewhere.get("/api/me").refused(401)).isEqualTo("unauthorized");
    }

    @Test
    void nobody_reads_an_account_without_a_token() {
        assertThat(server.stranger().get("/api/me").refused(401)).isEqualTo("unauthorized");
    }
}
