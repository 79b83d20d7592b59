package io.tandem.notifications;

import io.tandem.accounts.User;
import io.tandem.accounts.Users;
import io.tandem.mail.Outbox;
import io.tandem.notifications.MailingLetter.Wanted;
import io.tandem.notifications.PersonStore.Locked;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails people what is new: a while after it came, all of it in one letter, and not more often than an interval. What was
 * read meanwhile is not mailed, and nothing is while somebody does not want to be disturbed. Marked and put into the outbox
 * in one transaction that holds the person's row, so each notification is mailed once whatever the number of instances.
 */
final class Mailing {

    private static final Logger logger = LoggerFactory.getLogger(Mailing.class);

    private final Pool pool;
    private final Outbox outbox;
    private final MailingLetter letters;
    private final Settings.Mail settings;

    Mailing(Pool pool, Outbox outbox, MailingLetter letters, Settings.Mail settings) {
        this.pool = pool;
        this.outbox = outbox;
        this.letters = letters;
        this.settings = settings;
    }

    /** Until nobody has waited long enough. */
    Future<Void> round() {
        AtomicReference<@Nullable UUID> under = new AtomicReference<>();
        return pool.withTransaction(tx -> next(tx, under))
                .recover(failure -> waitAnew(under.get(), failure))
                .compose(found -> found ? round() : Future.succeededFuture());
    }

    private Future<Boolean> next(SqlConnection tx, AtomicReference<@Nullable UUID> under) {
        return MailingStore.next(tx, settings.delaySeconds(), settings.intervalSeconds())
                .compose(person -> {
                    if (person.isEmpty()) return Future.succeededFuture(false);
                    under.set(person.get());
                    return mail(tx, person.get()).map(true);
                });
    }

    /** Whoever cannot be mailed now goes behind everybody who waits. */
    private Future<Boolean> waitAnew(@Nullable UUID person, Throwable failure) {
        if (person == null) return Future.failedFuture(failure);
        return MailingStore.waitAnew(pool, person).transform(done -> Future.failedFuture(failure));
    }

    private Future<Void> mail(SqlConnection tx, UUID person) {
        return PersonStore.lock(tx, person)
                .compose(locked -> MailingStore.wanted(tx, person).map(wanted -> stillWanted(wanted, locked)))
                .compose(wanted ->
                        put(tx, person, wanted).compose(put -> MailingStore.done(tx, person, !wanted.isEmpty())));
    }

    private static List<Wanted> stillWanted(List<Wanted> wanted, Locked person) {
        return wanted.stream()
                .filter(each -> !person.doNotDisturb())
                .filter(each ->
                        person.preferences().of(each.notification().kind()).email())
                .toList();
    }

    private Future<Void> put(SqlConnection tx, UUID person, List<Wanted> wanted) {
        if (wanted.isEmpty()) return Future.succeededFuture();
        return Users.read(tx, person).compose(reader -> put(tx, reader, wanted));
    }

    /** A letter that cannot be written must not stand in everybody's way for ever. */
    private Future<Void> put(SqlConnection tx, User reader, List<Wanted> wanted) {
        try {
            return outbox.put(tx, letters.of(reader, wanted));
        } catch (RuntimeException broken) {
            logger.error("A mail about notifications could not be written, it is left out", broken);
            return Future.succeededFuture();
        }
    }
}
