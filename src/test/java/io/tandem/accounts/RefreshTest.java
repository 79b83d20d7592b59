package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office;
import io.tandem.workspaces.Office.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithDatabase
class RefreshTest {

    @Test
    void a_refresh_token_brings_a_fresh_pair_in_the_same_session(TestDatabase database) {
        try (Office office = new Office(database, Map.of())) {
            Person ada = office.register("Ada");
            SignedIn fresh = refresh(office, ada.signedIn());
            assertThat(fresh.refreshToken()).isNotEqualTo(ada.signedIn().refreshToken());
            assertThat(office.authenticate(fresh.accessToken())).isEqualTo(ada.actor());
        }
    }

    @Test
    void a_repeat_within_the_grace_is_a_lost_answer(TestDatabase database) {
        try (Office office = new Office(database, Map.of("auth.refresh_grace_seconds", "60"))) {
            Person grace = office.register("Grace");
            refresh(office, grace.signedIn());
            SignedIn again = refresh(office, grace.signedIn());
            assertThat(office.authenticate(again.accessToken())).isEqualTo(grace.actor());
        }
    }

    @Test
    void a_used_token_that_comes_later_ends_the_session_for_both(TestDatabase database) {
        try (Office office = new Office(database, Map.of("auth.refresh_grace_seconds", "0"))) {
            Person alan = office.register("Alan");
            SignedIn thief = refresh(office, alan.signedIn());
            office.authenticate(thief.accessToken());
            assertThat(refused(office, alan.signedIn())).isEqualTo("session_expired");
            assertThat(refused(office, thief)).isEqualTo("session_expired");
            assertThat(office.refusedToken(thief.accessToken()).code()).isEqualTo("unauthorized");
            assertThat(office.lastTypes(Log.ofPerson(alan.id()), 9)).containsExactly("session.ended");
        }
    }

    @Test
    void a_session_that_ran_out_is_over_and_is_forgotten(TestDatabase database) {
        try (Office office = new Office(database, Map.of())) {
            Person kay = office.register("Kay");
            office.sql(
                    "UPDATE accounts_session SET expires_at = now() - interval '1 second' WHERE user_id = $1",
                    kay.id());
            assertThat(refused(office, kay.signedIn())).isEqualTo("session_expired");
            Office.await(SessionStore.prune(office.pool(), 30));
            assertThat(office.sql("SELECT 1 FROM accounts_session WHERE user_id = $1", kay.id()))
                    .isEmpty();
        }
    }

    @Test
    void used_tokens_are_kept_as_long_as_their_owner_may_come_back(TestDatabase database) {
        try (Office office = new Office(database, Map.of())) {
            Person hedy = office.register("Hedy");
            refresh(office, refresh(office, hedy.signedIn()));
            office.sql(
                    "UPDATE accounts_refresh_token SET used_at = now() - interval '31 days' WHERE hash = $1",
                    Secrets.hash(hedy.signedIn().refreshToken()));
            Office.await(SessionStore.prune(office.pool(), 30));
            assertThat(office.sql(
                            "SELECT 1 FROM accounts_refresh_token WHERE session_id = $1",
                            hedy.actor().sessionId()))
                    .hasSize(2);
        }
    }

    @Test
    void a_token_nobody_gave_out_is_refused(TestDatabase database) {
        try (Office office = new Office(database, Map.of())) {
            assertThat(office.refusedAsk(AccountAddresses.REFRESH, new Refresh("made-up"))
                            .code())
                    .isEqualTo("session_expired");
        }
    }

    @Test
    void nobody_registers_where_registration_is_closed(TestDatabase database) {
        try (Office office = new Office(database, Map.of("registration.open", "false"))) {
            Register register = new Register("late@example.org", Office.PASSWORD, "Late");
            assertThat(office.refusedAsk(AccountAddresses.REGISTER, register).code())
                    .isEqualTo("registration_closed");
        }
    }

    @Test
    void a_token_of_another_secret_is_refused_and_one_of_another_instance_is_good(TestDatabase database) {
        String secret = "a".repeat(64);
        try (Office one = new Office(database, Map.of());
                Office two = new Office(database, Map.of());
                Office stranger = new Office(database, Map.of("auth.jwt_secret", secret))) {
            Person radia = one.register("Radia");
            assertThat(two.authenticate(radia.signedIn().accessToken())).isEqualTo(radia.actor());
            assertThat(stranger.refusedToken(radia.signedIn().accessToken()).code())
                    .isEqualTo("unauthorized");
        }
    }

    private static SignedIn refresh(Office office, SignedIn signedIn) {
        return office.ask(AccountAddresses.REFRESH, new Refresh(signedIn.refreshToken()));
    }

    private static String refused(Office office, SignedIn signedIn) {
        return office.refusedAsk(AccountAddresses.REFRESH, new Refresh(signedIn.refreshToken()))
                .code();
    }
}
