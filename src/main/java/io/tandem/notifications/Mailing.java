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
        return pool.withTransaction(this::next).compose(found -> found ? round() : Future.succeededFuture());
    }

    private Future<Boolean> next(SqlConnection tx) {
        return MailingStore.next(tx, settings.delaySeconds(), settings.intervalSeconds())
                .compose(person -> person.isEmpty()
                        ? Future.succeededFuture(false)
                        : mail(tx, person.get()).map(true));
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
