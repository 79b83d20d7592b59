package io.tandem.notifications;

import io.tandem.accounts.Users;
import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Actor;
import io.tandem.platform.Call;
import io.tandem.platform.Rounds;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Forgets what is older than it is kept. What was never read is marked read first, so that every device counts right; what
 * somebody muted and cannot see any more is taken from their mutes. Several instances may do it at once.
 */
final class Retention {

    private static final int PEOPLE = 200;
    private static final int BATCH = 5_000;

    private final Pool pool;
    private final Journal journal;
    private final Duration kept;

    Retention(Pool pool, Journal journal, Duration kept) {
        this.pool = pool;
        this.journal = journal;
        this.kept = kept;
    }

    /** What the server does for a person by itself: known by the journal as the command behind the events. */
    private record Tidy(UUID userId) {}

    Future<Void> round() {
        Instant before = Instant.now().minus(kept);
        return RetentionStore.withUnread(pool, before, PEOPLE)
                .compose(people -> Rounds.each(people, person -> tidy(person, tx -> read(tx, before))))
                .compose(done -> MuteStore.withLeftovers(pool, PEOPLE))
                .compose(people -> Rounds.each(people, person -> tidy(person, Retention::unmute)))
                .compose(done -> forget(before));
    }

    private Future<Void> forget(Instant before) {
        return RetentionStore.forget(pool, before, BATCH)
                .compose(gone -> gone == BATCH ? forget(before) : RetentionStore.forgetCauses(pool, before));
    }

    private Future<Void> tidy(UUID person, Function<Transaction, Future<Change<Boolean>>> work) {
        return Users.read(pool, person)
                .map(user -> new Call<>(Actor.behind(person, user.name()), null, new Tidy(person)))
                .compose(call -> journal.write(call, Boolean.class, work::apply))
                .mapEmpty();
    }

    private static Future<Change<Boolean>> read(Transaction tx, Instant before) {
        UUID person = tx.actor().id();
        return PersonStore.lock(tx.sql(), person)
                .compose(locked -> ListStore.read(tx.sql(), person, tx.now(), null, null, before))
                .map(read -> read.ids() == null || read.ids().isEmpty()
                        ? List.<Draft>of()
                        : List.of(Draft.of(Log.ofPerson(person), "notification.read", read)))
                .map(drafts -> change(person, drafts));
    }

    private static Future<Change<Boolean>> unmute(Transaction tx) {
        UUID person = tx.actor().id();
        return PersonStore.lock(tx.sql(), person)
                .compose(locked -> MuteStore.removeLeftovers(tx.sql(), person))
                .map(mutes -> mutes.stream()
                        .map(mute -> Draft.of(Log.ofPerson(person), "notification.unmuted", mute))
                        .toList())
                .map(drafts -> change(person, drafts));
    }

    private static Change<Boolean> change(UUID person, List<Draft> drafts) {
        return new Change<>(true, Log.ofPerson(person), drafts, null, List.of());
    }
}
