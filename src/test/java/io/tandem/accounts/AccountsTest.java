package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.journal.Written;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office;
import io.tandem.workspaces.Office.Person;
import io.tandem.workspaces.Workspace;
import io.vertx.sqlclient.Row;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

    private Office office;

    @BeforeAll
    void open(TestDatabase database) {
        office = new Office(database, Map.of());
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void a_new_person_is_signed_in_and_has_a_log_of_their_own() {
        Person ada = office.register("Ada");
        assertThat(ada.user().name()).isEqualTo("Ada");
        assertThat(ada.actor().name()).isEqualTo("Ada");
        assertThat(ada.signedIn().expiresIn()).isPositive();
        assertThat(office.sql("SELECT 1 FROM journal_head WHERE log_id = $1 AND personal", ada.id()))
                .hasSize(1);
    }

    @Test
    void passwords_are_kept_as_argon2id() {
        Person ada = office.register("Argon");
        Row row = office.sql("SELECT password_hash AS hash FROM accounts_user WHERE id = $1", ada.id())
                .iterator()
                .next();
        assertThat(row.getString("hash")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void refresh_tokens_are_kept_as_sha_256() {
        String token = office.register("Hashed").signedIn().refreshToken();
        assertThat(office.sql(
                        "SELECT 1 FROM accounts_refresh_token WHERE hash = sha256(convert_to($1::text, 'UTF8'))",
                        token))
                .hasSize(1);
    }

    @Test
    void an_address_is_taken_whatever_its_case() {
        office.register("Grace", "grace@example.org");
        Problem problem = office.refusedAsk(
                AccountAddresses.REGISTER, new Register("GRACE@example.org", Office.PASSWORD, "Grace"));
        assertThat(problem.code()).isEqualTo("email_taken");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_look_the_same() {
        office.register("Alan");
        Problem wrong = office.refusedAsk(AccountAddresses.LOGIN, new Login("alan@example.org", "not the password"));
        Problem unknown =
                office.refusedAsk(AccountAddresses.LOGIN, new Login("nobody@example.org", "not the password"));
        assertThat(wrong.code()).isEqualTo("wrong_credentials");
        assertThat(unknown.code()).isEqualTo(wrong.code());
        assertThat(unknown.detail()).isEqualTo(wrong.detail());
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void signing_in_takes_the_address_in_any_case() {
        Person barbara = office.register("Barbara");
        SignedIn again = office.ask(AccountAddresses.LOGIN, new Login("Barbara@Example.org", Office.PASSWORD));
        assertThat(again.user()).isEqualTo(barbara.user());
        assertThat(office.authenticate(again.accessToken()).sessionId())
                .isNotEqualTo(barbara.actor().sessionId());
    }

    @Test
    void a_hash_with_old_parameters_is_renewed_at_the_next_sign_in() {
        Person edsger = office.register("Edsger");
        String old = com.password4j.Password.hash(Office.PASSWORD)
                .addRandomSalt(16)
                .with(com.password4j.Argon2Function.getInstance(1024, 1, 1, 32, com.password4j.types.Argon2.ID))
                .getResult();
        office.sql("UPDATE accounts_user SET password_hash = $2 WHERE id = $1", edsger.id(), old);
        assertThat(Passwords.isOutdated(old)).isTrue();
        office.ask(AccountAddresses.LOGIN, new Login("edsger@example.org", Office.PASSWORD));
        while (office.sql("SELECT 1 FROM accounts_user WHERE password_hash = $1", old)
                .iterator()
                .hasNext()) {
            Thread.onSpinWait();
        }
        assertThat(office.ask(AccountAddresses.LOGIN, new Login("edsger@example.org", Office.PASSWORD)))
                .isNotNull();
    }

    @Test
    void signing_out_ends_this_session_at_once_and_no_other() {
        Person ada = office.register("Kay");
        SignedIn other = office.ask(AccountAddresses.LOGIN, new Login("kay@example.org", Office.PASSWORD));
        office.write(ada, AccountAddresses.LOGOUT, new Logout(null));
        assertThat(office.refusedToken(ada.signedIn().accessToken()).code()).isEqualTo("unauthorized");
        assertThat(office.authenticate(other.accessToken()).id()).isEqualTo(ada.id());
        assertThat(office.events(Log.ofPerson(ada.id())))
                .containsExactly(
                        "session.ended {\"session_id\":\"" + ada.actor().sessionId() + "\"}");
        assertThat(refusedRefresh(ada.signedIn()).code()).isEqualTo("session_expired");
    }

    @Test
    void signing_out_everywhere_ends_all_sessions() {
        Person ada = office.register("Radia");
        SignedIn other = office.ask(AccountAddresses.LOGIN, new Login("radia@example.org", Office.PASSWORD));
        office.authenticate(other.accessToken());
        office.write(ada, AccountAddresses.LOGOUT, new Logout(true));
        assertThat(office.refusedToken(ada.signedIn().accessToken()).code()).isEqualTo("unauthorized");
        assertThat(office.refusedToken(other.accessToken()).code()).isEqualTo("unauthorized");
        assertThat(office.events(Log.ofPerson(ada.id()))).containsExactly("session.ended {\"session_id\":null}");
    }

    @Test
    void a_token_that_is_no_token_lets_nobody_in() {
        Person ada = office.register("Hedy");
        String token = ada.signedIn().accessToken();
        assertThat(office.refusedToken("x").code()).isEqualTo("unauthorized");
        assertThat(office.refusedToken("").code()).isEqualTo("unauthorized");
        assertThat(office.refusedToken(token.substring(0, token.length() - 4) + "AAAA")
                        .code())
                .isEqualTo("unauthorized");
        String unsigned = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
        assertThat(office.refusedToken(unsigned).code()).isEqualTo("unauthorized");
    }

    @Test
    void a_new_name_shows_in_ones_log_in_ones_workspaces_and_with_the_next_change() {
        Person ada = office.register("Augusta");
        Workspace workspace = office.workspace(ada, "Engine");
        office.write(ada, AccountAddresses.CHANGE_ME, new ChangeMe("Countess", null, null, null, null));
        assertThat(office.events(Log.ofPerson(ada.id())).getLast())
                .startsWith("user.updated ")
                .contains("\"name\":\"Countess\"");
        assertThat(office.events(Log.ofWorkspace(workspace.id())).getLast())
                .startsWith("member.updated ")
                .contains("\"name\":\"Countess\"", "\"role\":\"owner\"");
        assertThat(office.authenticate(ada.signedIn().accessToken()).name()).isEqualTo("Countess");
    }

    @Test
    void a_time_zone_shows_to_oneself_alone_and_has_to_exist() {
        Person ada = office.register("Timea");
        Workspace workspace = office.workspace(ada, "Clocks");
        User user = office.write(ada, AccountAddresses.CHANGE_ME, new ChangeMe(null, "Asia/Tokyo", null, null, null));
        assertThat(user.timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(office.lastTypes(Log.ofWorkspace(workspace.id()), 9)).containsExactly("workspace.created");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new ChangeMe(null, "Middle/Earth", null, null, null)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void nothing_is_told_where_nothing_changed() {
        Person ada = office.register("Still");
        Written<User> written =
                office.written(ada, null, AccountAddresses.CHANGE_ME, new ChangeMe("Still", null, null, null, null));
        assertThat(written.fresh()).isFalse();
        assertThat(office.events(Log.ofPerson(ada.id()))).isEmpty();
    }

    @Test
    void a_new_address_takes_the_password_and_must_be_free() {
        office.register("Taken", "taken@example.org");
        Person ada = office.register("Mover");
        assertThat(changeEmail(ada, "elsewhere@example.org", "wrong password").code())
                .isEqualTo("wrong_credentials");
        assertThat(changeEmail(ada, "Taken@example.org", Office.PASSWORD).code())
                .isEqualTo("email_taken");
        User user = office.write(
                ada, AccountAddresses.CHANGE_ME, new ChangeMe(null, null, "moved@example.org", null, Office.PASSWORD));
        assertThat(user.email()).isEqualTo("moved@example.org");
    }

    private Problem changeEmail(Person person, String email, String password) {
        return office.refused(person, AccountAddresses.CHANGE_ME, new ChangeMe(null, null, email, null, password));
    }

    @Test
    void a_new_password_ends_all_other_sessions_and_may_be_repeated() {
        Person ada = office.register("Careful");
        SignedIn other = office.ask(AccountAddresses.LOGIN, new Login("careful@example.org", Office.PASSWORD));
        office.authenticate(other.accessToken());
        ChangeMe change = new ChangeMe(null, null, null, "another password", Office.PASSWORD);
        Written<User> first = office.written(ada, "op-1", AccountAddresses.CHANGE_ME, change);
        Written<User> second = office.written(ada, "op-1", AccountAddresses.CHANGE_ME, change);
        assertThat(second.seq()).isEqualTo(first.seq());
        assertThat(second.fresh()).isFalse();
        assertThat(office.refusedToken(other.accessToken()).code()).isEqualTo("unauthorized");
        assertThat(office.authenticate(ada.signedIn().accessToken())).isEqualTo(ada.actor());
        assertThat(office.lastTypes(Log.ofPerson(ada.id()), 9)).containsExactly("user.updated", "session.ended");
        assertThat(office.ask(AccountAddresses.LOGIN, new Login("careful@example.org", "another password")))
                .isNotNull();
    }

    @Test
    void the_journal_keeps_no_password_that_could_be_guessed_from() {
        Person ada = office.register("Secret");
        ChangeMe change = new ChangeMe(null, null, null, "another password", Office.PASSWORD);
        office.written(ada, "op-1", AccountAddresses.CHANGE_ME, change);
        Problem reused = Office.problem(office.start(
                ada,
                "op-1",
                AccountAddresses.CHANGE_ME,
                new ChangeMe(null, null, null, "yet another password", Office.PASSWORD)));
        assertThat(reused.code()).isEqualTo("operation_reused");
    }

    private Problem refusedRefresh(SignedIn signedIn) {
        return office.refusedAsk(AccountAddresses.REFRESH, new Refresh(signedIn.refreshToken()));
    }
}
