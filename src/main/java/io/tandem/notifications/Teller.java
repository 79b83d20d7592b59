package io.tandem.notifications;

import io.tandem.journal.Transaction;
import io.tandem.notifications.PersonStore.Locked;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes notices down as notifications, in the transaction of whoever found that they are due, and answers with the events
 * of the people's own logs. The people's rows are locked in the order of their ids, and until the commit: so the number of
 * unread ones in these events is exact in the order of the log.
 */
final class Teller {

    private Teller() {}

    static Future<Told> tell(Transaction tx, List<Notice> notices) {
        List<UUID> people = notices.stream().map(Notice::userId).distinct().toList();
        if (people.isEmpty()) return Future.succeededFuture(Told.of(List.of(), Map.of(), List.of()));
        return PersonStore.lock(tx.sql(), people)
                .compose(locked -> PersonStore.muted(tx.sql(), people).map(muted -> listeners(locked, muted)))
                .compose(listeners -> NotificationStore.open(tx.sql(), notices, growingSince(notices))
                        .map(open -> Told.of(notices, listeners, open)))
                .compose(told -> save(tx, told));
    }

    private static Map<UUID, Listener> listeners(Map<UUID, Locked> locked, Map<UUID, Set<UUID>> muted) {
        Map<UUID, Listener> listeners = new HashMap<>();
        locked.forEach((id, person) -> listeners.put(
                id,
                new Listener(
                        id,
                        person.unread(),
                        person.preferences(),
                        person.doNotDisturb(),
                        muted.getOrDefault(id, Set.of()))));
        return listeners;
    }

    private static Instant growingSince(List<Notice> notices) {
        Instant first =
                notices.stream().map(Notice::at).min(Comparator.naturalOrder()).orElseThrow();
        return first.minus(Told.GROUP_MINUTES, ChronoUnit.MINUTES);
    }

    private static Future<Told> save(Transaction tx, Told told) {
        return NotificationStore.save(tx.sql(), told.items())
                .compose(saved -> PersonStore.count(tx.sql(), told.unread(), told.toBeMailed(), tx.now()))
                .map(told);
    }
}
