package io.tandem.notifications;

import io.tandem.notifications.Facts.Discussed;
import io.tandem.notifications.Occurrence.Said;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks up what must be known to decide who hears of some events, and no more than that. */
final class FactSource {

    Future<Facts> of(SqlClient tx, UUID workspaceId, Collection<Occurrence> occurrences) {
        List<UUID> comments = occurrences.stream()
                .filter(Said.class::isInstance)
                .map(said -> ((Said) said).commentId())
                .toList();
        return FactStore.workspaceName(tx, workspaceId).compose(name -> FactStore.discussed(tx, comments)
                .compose(tasks -> FactStore.members(tx, workspaceId, people(occurrences, tasks))
                        .map(members -> new Facts(name, members, tasks, Map.of()))));
    }

    private static Set<UUID> people(Collection<Occurrence> occurrences, Map<UUID, Discussed> tasks) {
        Set<UUID> people = new HashSet<>(FactStore.people(tasks));
        occurrences.forEach(occurrence -> people.addAll(Decision.candidates(occurrence)));
        return people;
    }
}
