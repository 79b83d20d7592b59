package io.tandem.notifications;

import io.tandem.notifications.Facts.Discussed;
import io.tandem.notifications.Facts.Invitation;
import io.tandem.notifications.Occurrence.Invited;
import io.tandem.notifications.Occurrence.Left;
import io.tandem.notifications.Occurrence.Said;
import io.tandem.workspaces.InviteReads;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks up what must be known to decide who hears of some events, and no more than that. */
final class FactSource {

    private final InviteReads invites;

    FactSource(InviteReads invites) {
        this.invites = invites;
    }

    /** Members last: from then on they stay until the transaction ends. */
    Future<Facts> of(SqlClient tx, UUID workspaceId, Collection<Occurrence> occurrences) {
        List<UUID> comments = occurrences.stream()
                .filter(Said.class::isInstance)
                .map(said -> ((Said) said).commentId())
                .toList();
        return FactStore.workspaceName(tx, workspaceId).compose(name -> FactStore.discussed(tx, comments)
                .compose(tasks -> invitations(tx, occurrences).compose(invitations -> FactStore.members(
                                tx, workspaceId, people(occurrences, tasks, invitations))
                        .compose(members -> FactStore.names(tx, whoLeft(occurrences))
                                .map(names -> new Facts(name, members, names, tasks, invitations))))));
    }

    private static List<UUID> whoLeft(Collection<Occurrence> occurrences) {
        return occurrences.stream()
                .filter(Left.class::isInstance)
                .map(left -> ((Left) left).person())
                .toList();
    }

    private Future<Map<UUID, Invitation>> invitations(SqlClient tx, Collection<Occurrence> occurrences) {
        Future<Map<UUID, Invitation>> all = Future.succeededFuture(new HashMap<>());
        for (Occurrence occurrence : occurrences) {
            if (occurrence instanceof Invited invited) {
                all = all.compose(
                        found -> invites.invited(tx, invited.inviteId()).map(who -> {
                            if (who != null) found.put(invited.inviteId(), invitation(invited.inviteId(), who));
                            return found;
                        }));
            }
        }
        return all;
    }

    private Invitation invitation(UUID inviteId, InviteReads.Invited who) {
        return new Invitation(who.userId(), who.role(), invites.url(inviteId));
    }

    private static Set<UUID> people(
            Collection<Occurrence> occurrences, Map<UUID, Discussed> tasks, Map<UUID, Invitation> invitations) {
        Set<UUID> people = new HashSet<>(FactStore.people(tasks));
        occurrences.forEach(occurrence -> people.addAll(Decision.candidates(occurrence)));
        invitations.values().forEach(invitation -> people.add(invitation.userId()));
        return people;
    }
}
