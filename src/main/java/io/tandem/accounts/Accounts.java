package io.tandem.accounts;

import io.tandem.accounts.Users.WithPassword;
import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Failures;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's own account. */
final class Accounts {

    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Appearances appearances;

    Accounts(Pool pool, Bus bus, Journal journal, Passwords passwords, Secrets secrets, Appearances appearances) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.passwords = passwords;
        this.secrets = secrets;
        this.appearances = appearances;
    }

    Future<User> read(Call<ReadMe> call) {
        return Users.read(pool, call.actor().id());
    }

    Future<Boolean> isAdmin(UUID userId) {
        return AccountStore.isAdmin(pool, userId);
    }

    Future<Written<User>> change(Call<ChangeMe> call) {
        UUID userId = call.actor().id();
        return prove(userId, call.command())
                .compose(proof -> journal.write(identity(call), User.class, tx -> change(tx, call.command(), proof)))
                .onSuccess(written -> bus.announce(AccountAddresses.CHANGED, userId));
    }

    /**
     * What the slow work with passwords brought, before the transaction.
     *
     * @param checked the hash the current password fits; null where none was needed, or it fits none
     * @param newHash null where the password stays
     */
    private record Proof(@Nullable String checked, @Nullable String newHash) {
        static final Proof NONE = new Proof(null, null);
    }

    private Future<Proof> prove(UUID userId, ChangeMe command) {
        String given = command.currentPassword();
        if (!command.needsPassword() || given == null) return Future.succeededFuture(Proof.NONE);
        return AccountStore.byId(pool, userId).compose(known -> {
            String hash = known == null ? null : known.passwordHash();
            return passwords
                    .matches(given, hash)
                    .compose(fits -> fits ? newHash(command, hash) : Future.succeededFuture(Proof.NONE));
        });
    }

    private Future<Proof> newHash(ChangeMe command, @Nullable String checked) {
        String password = command.password();
        if (password == null) return Future.succeededFuture(new Proof(checked, null));
        return passwords.hash(password).map(hash -> new Proof(checked, hash));
    }

    /**
     * What the journal keeps a fingerprint of: with passwords only as keyed hashes, which nobody can guess from without
     * the key.
     */
    private record AccountChange(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String email,
            @Nullable String passwords) {}

    private Call<AccountChange> identity(Call<ChangeMe> call) {
        ChangeMe command = call.command();
        String mark = command.needsPassword()
                ? secrets.derive(
                        "password-fingerprint",
                        call.actor().id() + "\n" + command.password() + "\n" + command.currentPassword())
                : null;
        return new Call<>(
                call.actor(),
                call.operationId(),
                new AccountChange(command.name(), command.timeZone(), command.email(), mark));
    }

    private Future<Change<User>> change(Transaction tx, ChangeMe command, Proof proof) {
        return AccountStore.forChange(tx.sql(), tx.actor().id()).compose(before -> {
            if (before == null) throw Problem.unauthorized("This account is gone.");
            if (command.needsPassword() && !before.passwordHash().equals(proof.checked()))
                throw Sessions.wrongCredentials();
            WithPassword after = changed(before, command, proof);
            Log log = Log.ofPerson(before.user().id());
            if (after.equals(before)) return Future.succeededFuture(Change.nothing(before.user(), log));
            return save(tx, after).compose(saved -> tell(tx, before, after));
        });
    }

    private static WithPassword changed(WithPassword before, ChangeMe command, Proof proof) {
        User user = before.user();
        return new WithPassword(
                new User(
                        user.id(),
                        Objects.requireNonNullElse(command.email(), user.email()),
                        Objects.requireNonNullElse(command.name(), user.name()),
                        Objects.requireNonNullElse(command.timeZone(), user.timeZone()),
                        user.createdAt()),
                Objects.requireNonNullElse(proof.newHash(), before.passwordHash()));
    }

    private static Future<Void> save(Transaction tx, WithPassword after) {
        return AccountStore.update(tx.sql(), after).recover(failure -> Future.failedFuture(asEmailTaken(failure)));
    }

    static Throwable asEmailTaken(Throwable failure) {
        return Failures.violates(failure, AccountStore.EMAIL_KEY)
                ? Problem.of(409, "email_taken", "There is an account with this e-mail address already.")
                : failure;
    }

    private Future<Change<User>> tell(Transaction tx, WithPassword before, WithPassword after) {
        User user = after.user();
        Log log = Log.ofPerson(user.id());
        Draft updated = new Draft(log, "user.updated", user, deltas(before.user(), user));
        return others(tx, before, after).compose(ended -> shown(tx, before.user(), user)
                .map(shown -> Change.of(user, updated).andThen(ended).andThen(shown)));
    }

    /** Whoever knew the old password is out. */
    private static Future<List<Draft>> others(Transaction tx, WithPassword before, WithPassword after) {
        if (before.passwordHash().equals(after.passwordHash())) return Future.succeededFuture(List.of());
        Log log = Log.ofPerson(after.user().id());
        return SessionStore.endOthers(tx.sql(), after.user().id(), tx.actor().sessionId())
                .map(ended -> ended.stream()
                        .map(id -> Draft.of(log, "session.ended", new SessionEnded(id)))
                        .toList());
    }

    private Future<List<Draft>> shown(Transaction tx, User before, User after) {
        boolean shows = !before.name().equals(after.name()) || !before.email().equals(after.email());
        return shows ? appearances.userChanged(tx, after) : Future.succeededFuture(List.of());
    }

    private static Map<String, Delta> deltas(User before, User after) {
        Map<String, Delta> deltas = new LinkedHashMap<>();
        Stream.of(
                        Map.entry("email", new Delta(before.email(), after.email())),
                        Map.entry("name", new Delta(before.name(), after.name())),
                        Map.entry("time_zone", new Delta(before.timeZone(), after.timeZone())))
                .filter(entry -> !Objects.equals(
                        entry.getValue().from(), entry.getValue().to()))
                .forEach(entry -> deltas.put(entry.getKey(), entry.getValue()));
        return deltas;
    }
}
