package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often strangers may try, each from an address of their own. */
@WithDatabase
class ThrottlingTest {

    private static TandemServer server;
    private static Person ada;
    private int at = 1;

    @BeforeAll
    static void start(TestDatabase database) {
        Map<String, String> settings = new HashMap<>(Map.of("http.trusted_proxies", "127.0.0.1"));
        settings.put("limits.wrong_passwords", "3");
        settings.put("limits.sign_ins_per_minute_and_address", "6");
        settings.put("limits.registrations_per_hour_and_address", "5");
        settings.put("limits.tokens_per_minute_and_address", "4");
        settings.put("limits.requests_per_minute", "40");
        server = TandemServer.start(database, settings);
        ada = server.register("Ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer from(String address, String method, String path, Object body) {
        return server.stranger().send(method, path, body, "X-Forwarded-For", address);
    }

    private static Answer signIn(String address, String email, String password) {
        return from(address, "POST", "/api/auth/login", Map.of("email", email, "password", password));
    }

    private static void assertTold(Answer answer) {
        assertThat(answer.refused(429)).isEqualTo("too_many_requests");
        long ms = answer.body().path("data").path("retry_after_ms").asLong();
        assertThat(ms).isPositive();
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(Math.ceilDiv(ms, 1_000L));
    }

    @Test
    void guessing_an_accounts_password_gets_slow_and_the_person_elsewhere_does_not_notice() {
        for (int i = 0; i < 3; i++)
            assertThat(signIn("203.0.113.1", ada.email(), "guess " + i).refused(401))
                    .isEqualTo("wrong_credentials");
        assertTold(signIn("203.0.113.1", ada.email(), "correct horse"));
        assertTold(signIn("203.0.113.1", ada.email().toUpperCase(Locale.ROOT), "correct horse"));
        signIn("192.0.2.1", ada.email(), "correct horse").expect(200);
    }

    /** Whether there is such an account must not show. */
    @Test
    void an_account_that_is_not_there_is_guarded_alike() {
        for (int i = 0; i < 3; i++)
            assertThat(signIn("203.0.113.2", "nobody@example.org", "guess " + i).refused(401))
                    .isEqualTo("wrong_credentials");
        assertTold(signIn("203.0.113.2", "nobody@example.org", "guess"));
    }

    @Test
    void the_right_password_takes_the_wrong_ones_back() {
        for (int i = 0; i < 2; i++) signIn("203.0.113.3", ada.email(), "guess").expect(401);
        signIn("203.0.113.3", ada.email(), "correct horse").expect(200);
        for (int i = 0; i < 2; i++) signIn("203.0.113.3", ada.email(), "guess").expect(401);
    }

    @Test
    void many_accounts_may_not_be_tried_from_one_address() {
        for (int i = 0; i < 6; i++)
            signIn("203.0.113.4", "person" + i + "@example.org", "password1").expect(401);
        assertTold(signIn("203.0.113.4", "person7@example.org", "password1"));
        signIn("203.0.113.5", "person7@example.org", "password1").expect(401);
    }

    @Test
    void accounts_are_not_made_without_end_from_one_address() {
        for (int i = 0; i < 5; i++) register("203.0.113.6").expect(201);
        assertTold(register("203.0.113.6"));
        register("203.0.113.7").expect(201);
    }

    private static Answer register(String address) {
        String email = UUID.randomUUID() + "@example.org";
        return from(
                address,
                "POST",
                "/api/auth/register",
                Map.of("email", email, "password", "correct horse", "name", "Eve"));
    }

    @Test
    void tokens_are_not_tried_without_end_whatever_they_are_for() {
        String address = "203.0.113.8";
        from(address, "POST", "/api/auth/refresh", Map.of("refresh_token", "guess"))
                .expect(401);
        from(address, "GET", "/api/invites/guess", null).expect(404);
        from(address, "GET", "/api/notifications/unsubscribe/guess", null).expect(404);
        from(address, "POST", "/api/notifications/unsubscribe/guess", null).expect(404);
        assertTold(from(address, "GET", "/api/invites/guess", null));
        assertTold(
                ada.send("POST", "/api/workspaces/join", Map.of("invite_token", "guess"), "X-Forwarded-For", address));
    }

    @Test
    void whatever_strangers_may_try_has_a_limit() {
        assertThat(TandemServer.await(OpenAPIContract.from(server.vertx(), "openapi.yaml"))
                        .operations())
                .filteredOn(
                        operation -> "public".equals(operation.getExtensions().get("x-right")))
                .filteredOn(operation -> !operation.getOperationId().equals("getConfig"))
                .allSatisfy(operation -> assertThat(operation.getExtensions()).containsKey("x-limit"));
    }

    @Test
    void whoever_holds_a_session_may_not_guess_its_password_either() {
        Person grace = server.register("Grace");
        Map<String, String> change = Map.of("password", "another horse", "current_password", "guess");
        for (int i = 0; i < 3; i++) grace.patch("/api/me", change).expect(401);
        assertTold(grace.patch("/api/me", change));
        grace.patch("/api/me", Map.of("name", "Grace H.")).expect(200);
    }

    @Test
    void a_person_may_ask_only_so_much_wherever_they_are() {
        Person eager = server.register("Eager").within(Duration.ofSeconds(30));
        Answer answer = eager.get("/api/me");
        // Each event loop counts by itself, and a connection stays with one.
        for (int i = 0; i < 400 && answer.status() == 200; i++)
            answer = eager.send("GET", "/api/me", null, "X-Forwarded-For", "198.51.100." + at++ % 250);
        assertTold(answer);
        ada.get("/api/me").expect(200);
    }

    @Test
    void who_does_not_say_who_they_are_is_counted_by_address() {
        Answer answer = from("203.0.113.11", "GET", "/api/me", null);
        for (int i = 0; i < 400 && answer.status() == 401; i++) answer = from("203.0.113.11", "GET", "/api/me", null);
        assertTold(answer);
        from("203.0.113.12", "GET", "/api/me", null).expect(401);
    }
}
