package io.tandem.accounts;

import io.tandem.accounts.SessionStore.Found;
import io.tandem.accounts.Users.WithPassword;
import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Actor;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing up, in and out. */
final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private static final String WRONG_CREDENTIALS = "wrong_credentials";

    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Settings settings;

    Sessions(Pool pool, Bus bus, Journal journal, Passwords passwords, Tokens tokens, Settings settings) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.passwords = passwords;
        this.tokens = tokens;
        this.settings = settings;
    }

    Future<SignedIn> register(Register command) {
        if (!settings.registration().open()) {
            return Future.failedFuture(Problem.of(403, "registration_closed", "This server takes no new accounts."));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        User user = new User(Ids.next(), command.email(), command.name(), "UTC", now);
        return passwords
                .hash(command.password())
                .compose(hash -> pool.withTransaction(sql -> AccountStore.insert(sql, user, hash)
                        .compose(done -> Journal.open(sql, Log.ofPerson(user.id())))
                        .compose(done -> start(sql, user))))
                .recover(failure -> Future.failedFuture(Accounts.asEmailTaken(failure)));
    }

    Future<SignedIn> login(Login command) {
        return AccountStore.byEmail(pool, command.email())
                .compose(known -> check(known, command.password()))
                .compose(known -> pool.withTransaction(sql -> start(sql, known.user())));
    }

    private Future<WithPassword> check(@Nullable WithPassword known, String password) {
        return passwords
                .matches(password, known == null ? null : known.passwordHash())
                .map(fits -> {
                    if (known == null || !fits) throw wrongCredentials();
                    if (Passwords.isOutdated(known.passwordHash())) rehash(known, password);
                    return known;
                });
    }

    static boolean isWrongCredentials(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(WRONG_CREDENTIALS);
    }

    static Problem wrongCredentials() {
        return Problem.of(401, WRONG_CREDENTIALS, "E-mail address and password do not fit.");
    }

    /** Beside the sign-in, which does not need it: the next one tries again. */
    private void rehash(WithPassword known, String password) {
        passwords
                .hash(password)
                .compose(hash -> AccountStore.rehash(pool, known, hash))
                .onFailure(failure -> log.warn("Could not renew a password hash", failure));
    }

    private Future<SignedIn> start(SqlConnection sql, User user) {
        UUID sessionId = Ids.next();
        return SessionStore.insert(sql, sessionId, user.id(), settings.auth().sessionDays())
                .compose(done -> issue(sql, user, sessionId));
    }

    private Future<SignedIn> issue(SqlConnection sql, User user, UUID sessionId) {
        String refreshToken = Ids.secret();
        return SessionStore.insertToken(sql, sessionId, Secrets.hash(refreshToken))
                .map(done -> tokens.sign(user, sessionId, refreshToken));
    }

    Future<SignedIn> refresh(Refresh command) {
        Buffer hash = Secrets.hash(command.refreshToken());
        return pool.withTransaction(sql -> SessionStore.lockByToken(sql, hash)
                        .compose(found -> found == null ? Future.failedFuture(expired()) : use(sql, found, hash)))
                .compose(use ->
                        use.signedIn() == null ? endStolen(use.session()) : Future.succeededFuture(use.signedIn()));
    }

    /** What came of a refresh token; {@code signedIn} is null where it had been used before. */
    private record Use(Found session, @Nullable SignedIn signedIn) {}

    private Future<Use> use(SqlConnection sql, Found found, Buffer hash) {
        return SessionStore.isReused(sql, hash, settings.auth().refreshGraceSeconds())
                .compose(reused -> {
                    if (reused) return Future.succeededFuture(new Use(found, null));
                    return SessionStore.use(sql, hash)
                            .compose(done -> SessionStore.prolong(
                                    sql, found.sessionId(), settings.auth().sessionDays()))
                            .compose(done -> issue(sql, found.user(), found.sessionId()))
                            .map(signedIn -> new Use(found, signedIn));
                });
    }

    /** Two have the same token, and one of them is not its owner: nobody can tell who, so both must sign in again. */
    private Future<SignedIn> endStolen(Found session) {
        User user = session.user();
        log.warn("A used refresh token came again, session {} ends", session.sessionId());
        Actor actor = new Actor(user.id(), user.name(), session.sessionId());
        return logout(new Call<>(actor, null, new Logout(false))).compose(done -> Future.failedFuture(expired()));
    }

    private static Problem expired() {
        return Problem.of(401, "session_expired", "This session has ended. Sign in again.");
    }

    Future<Written<SessionEnded>> logout(Call<Logout> call) {
        boolean everywhere = Boolean.TRUE.equals(call.command().everywhere());
        UUID userId = call.actor().id();
        return journal.write(call, SessionEnded.class, tx -> everywhere ? endAll(tx) : endThis(tx))
                .onSuccess(done -> bus.announce(AccountAddresses.CHANGED, userId));
    }

    private static Future<Change<SessionEnded>> endAll(Transaction tx) {
        return SessionStore.endAll(tx.sql(), tx.actor().id()).map(any -> ended(tx, new SessionEnded(null), any));
    }

    private static Future<Change<SessionEnded>> endThis(Transaction tx) {
        UUID sessionId = tx.actor().sessionId();
        return SessionStore.end(tx.sql(), sessionId).map(any -> ended(tx, new SessionEnded(sessionId), any));
    }

    private static Change<SessionEnded> ended(Transaction tx, SessionEnded answer, boolean any) {
        Log own = Log.ofPerson(tx.actor().id());
        return any ? Change.of(answer, Draft.of(own, "session.ended", answer)) : Change.nothing(answer, own);
    }
}
