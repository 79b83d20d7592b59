package io.tandem.accounts;

import io.tandem.journal.Feed;
import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the addresses of accounts. */
public final class AccountsVerticle extends VerticleBase {

    private static final Logger log = LoggerFactory.getLogger(AccountsVerticle.class);

    private static final long FORGET_MS = 30_000;
    private static final long PRUNE_MS = 3_600_000;

    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final Settings settings;
    private final Keys keys;
    private final Appearances appearances;

    public AccountsVerticle(
            Pool pool, Bus bus, Journal journal, Settings settings, Keys keys, Appearances appearances) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.settings = settings;
        this.keys = keys;
        this.appearances = appearances;
    }

    @Override
    public Future<?> start() {
        Passwords passwords = new Passwords(vertx, settings.auth().passwordHashParallel());
        serveSessions(
                new Sessions(pool, bus, journal, passwords, new Tokens(vertx, bus, keys, settings.auth()), settings));
        serveAccounts(new Accounts(pool, bus, journal, passwords, new Secrets(keys), appearances));
        serveLivingSessions(
                new LivingSessions(vertx, pool, settings.redis().uris().isEmpty()));
        pruneLater();
        return Future.succeededFuture();
    }

    private void serveSessions(Sessions sessions) {
        bus.serveQuestions(AccountAddresses.REGISTER, sessions::register);
        bus.serveQuestions(AccountAddresses.LOGIN, sessions::login);
        bus.serveQuestions(AccountAddresses.REFRESH, sessions::refresh);
        bus.serve(AccountAddresses.LOGOUT, sessions::logout);
    }

    private void serveAccounts(Accounts accounts) {
        bus.serve(AccountAddresses.READ_ME, accounts::read);
        bus.serve(AccountAddresses.CHANGE_ME, accounts::change);
        bus.serveQuestions(AccountAddresses.IS_ADMIN, accounts::isAdmin);
    }

    private void serveLivingSessions(LivingSessions living) {
        bus.serveQuestions(AccountAddresses.SESSION, living::actor);
        bus.serveQuestions(AccountAddresses.SESSION_NOW, living::actorNow);
        bus.hear(AccountAddresses.CHANGED, living::changed);
        bus.<Feed.Path>hear(Feed.PATH, path -> living.othersAreHeard(path.healthy()));
        vertx.setPeriodic(FORGET_MS, timer -> living.forgetOld());
    }

    /** With jitter: the instances of one installation need not all do it at once. */
    private void pruneLater() {
        long jitter = ThreadLocalRandom.current().nextLong(PRUNE_MS / 2);
        vertx.setTimer(PRUNE_MS / 2 + jitter, timer -> SessionStore.prune(
                        pool, settings.auth().sessionDays())
                .onFailure(failure -> log.warn("Could not prune sessions: {}", failure.toString()))
                .onComplete(done -> pruneLater()));
    }
}
