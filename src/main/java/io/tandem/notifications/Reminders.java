package io.tandem.notifications;

import io.tandem.journal.Change;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.platform.Actor;
import io.tandem.platform.Call;
import io.tandem.platform.Rounds;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells people that a task of theirs is due soon: once for each date, whichever instances look, and as long before as each
 * wants to hear of it. What is past is not soon.
 */
final class Reminders {

    private static final int BATCH = 500;

    private final Pool pool;
    private final Journal journal;
    private final NotificationMeters meters;

    Reminders(Pool pool, Journal journal, NotificationMeters meters) {
        this.pool = pool;
        this.journal = journal;
        this.meters = meters;
    }

    /** Something that is due, and whose it is. */
    record Due(UUID taskId, UUID userId, String userName) {}

    /** What a person is reminded of in one go: known by the journal as the command behind the events. */
    private record Remind(UUID userId, Collection<UUID> tasks) {}

    Future<Void> round() {
        return ReminderStore.due(pool, Instant.now(), BATCH).compose(due -> remindAll(due)
                .compose(done -> due.size() == BATCH ? round() : Future.succeededFuture()));
    }

    private Future<Void> remindAll(List<Due> due) {
        Map<UUID, List<Due>> byPerson = new LinkedHashMap<>();
        due.forEach(one ->
                byPerson.computeIfAbsent(one.userId(), id -> new ArrayList<>()).add(one));
        return Rounds.each(byPerson.values(), this::remind);
    }

    private Future<Void> remind(List<Due> due) {
        Actor person = Actor.behind(due.getFirst().userId(), due.getFirst().userName());
        List<UUID> tasks = due.stream().map(Due::taskId).toList();
        return journal.write(
                        new Call<>(person, null, new Remind(person.id(), tasks)), Told.class, tx -> remind(tx, tasks))
                .onSuccess(written -> meters.told(written.answer()))
                .mapEmpty();
    }

    private static Future<Change<Told>> remind(Transaction tx, List<UUID> tasks) {
        UUID person = tx.actor().id();
        return ReminderStore.remind(tx.sql(), person, tasks, tx.now())
                .compose(notices -> Teller.tell(tx, notices))
                .map(told -> new Change<>(told, Log.ofPerson(person), told.drafts(), null, List.of()));
    }
}
