package io.tandem.notifications;

import io.tandem.accounts.Users;
import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.notifications.UnsubscribeTokens.Subscription;
import io.tandem.platform.Actor;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Turns mails off for whoever holds a link out of one: nobody has to sign in for that. Doing it twice is doing it once. */
final class Unsubscribing {

    private final Pool pool;
    private final Journal journal;
    private final UnsubscribeTokens tokens;

    Unsubscribing(Pool pool, Journal journal, UnsubscribeTokens tokens) {
        this.pool = pool;
        this.journal = journal;
        this.tokens = tokens;
    }

    /** What a link turns off; changes nothing, for programs follow links too. */
    Future<Mailed> preview(String token) {
        return known(token).map(Subscription::what);
    }

    Future<Mailed> unsubscribe(String token) {
        return known(token).compose(subscription -> Users.read(pool, subscription.person())
                .map(user -> new Call<>(Actor.behind(user.id(), user.name()), null, subscription))
                .compose(call -> journal.write(call, Preferences.class, tx -> turnOff(tx, subscription.what())))
                .map(subscription.what()));
    }

    /** A person who is gone has no more mails than one who never was. */
    private Future<Subscription> known(String token) {
        return tokens.read(token)
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(Problem.notFound("link")));
    }

    private static Future<Change<Preferences>> turnOff(Transaction tx, Mailed what) {
        Log own = Log.ofPerson(tx.actor().id());
        return PersonStore.lock(tx.sql(), tx.actor().id()).compose(person -> {
            Preferences wanted = what.without(person.preferences());
            if (wanted.equals(person.preferences())) return Future.succeededFuture(Change.nothing(wanted, own));
            return PersonStore.save(tx.sql(), tx.actor().id(), wanted)
                    .map(saved -> Change.of(wanted, Draft.of(own, "notification.preferences_changed", wanted)));
        });
    }
}
