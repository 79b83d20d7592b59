package io.tandem.live;

import io.tandem.platform.Problem;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may read a log: asked when a subscription begins, and again when an event says that the right is gone.
 * The event alone does not end anything, for it may be late: whoever was removed on another instance and let in again may
 * subscribe here before this one hears of either. So nothing more is sent from the event on until the database has said
 * what holds now.
 */
final class Standing {

    private final Rights rights;
    private final Hub hub;

    Standing(Rights rights, Hub hub) {
        this.rights = rights;
        this.hub = hub;
    }

    /**
     * Asks until nothing was heard meanwhile that could make the answer an old one. Fails with {@code not_found} where
     * there is no right.
     *
     * @return null in a person's own log
     */
    Future<@Nullable Role> ask(Subscription subscription) {
        if (subscription.log().personal()) return Future.succeededFuture(null);
        subscription.ask();
        return rights.toRead(
                        subscription.connection().actor().id(),
                        subscription.log().id())
                .compose(role -> subscription.isDoubted() ? ask(subscription) : trust(subscription, role));
    }

    private static Future<@Nullable Role> trust(Subscription subscription, Role role) {
        subscription.trust(role);
        return Future.succeededFuture(role);
    }

    /** An event says that the right is gone. Whoever is still subscribing asks anyway. */
    void doubt(Subscription subscription) {
        subscription.doubt();
        if (subscription.isAsking() || !subscription.isLive()) return;
        ask(subscription)
                .onSuccess(role -> hub.delivery().advance(subscription))
                .onFailure(failure -> end(subscription, failure));
    }

    /** Who cannot be asked about must not stay and hear nothing: the socket comes back and asks itself. */
    private void end(Subscription subscription, Throwable failure) {
        if (failure instanceof Problem problem && problem.status() < 500) hub.end(subscription);
        else hub.close(subscription.connection(), CloseCode.RESTART);
    }
}
