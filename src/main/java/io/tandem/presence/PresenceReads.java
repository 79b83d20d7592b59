package io.tandem.presence;

import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.presence.WorkspacePresence.Offline;
import io.tandem.workspaces.Member;
import io.tandem.workspaces.WorkspaceReads;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads who of a workspace's members is there. */
final class PresenceReads {

    private final Pool pool;
    private final Bus bus;

    PresenceReads(Pool pool, Bus bus) {
        this.pool = pool;
        this.bus = bus;
    }

    /** Fails with {@code not_found} for who is no member. */
    Future<WorkspacePresence> read(Call<ReadPresence> call) {
        UUID workspace = call.command().workspaceId();
        return WorkspaceReads.members(pool, workspace, call.actor().id())
                .compose(members ->
                        read(workspace, members.stream().map(Member::userId).collect(Collectors.toSet())));
    }

    /** Whoever is no member any more may be there for a moment still; nobody is told. */
    private Future<WorkspacePresence> read(UUID workspace, Set<UUID> members) {
        return bus.ask(PresenceAddresses.PEOPLE, workspace).compose(there -> {
            List<Person> people = there.stream()
                    .filter(person -> members.contains(person.userId()))
                    .toList();
            Set<UUID> online = people.stream().map(Person::userId).collect(Collectors.toSet());
            List<UUID> others =
                    members.stream().filter(user -> !online.contains(user)).toList();
            return PersonStore.lastSeen(pool, others).map(seen -> new WorkspacePresence(people, offline(others, seen)));
        });
    }

    private static List<Offline> offline(List<UUID> users, Map<UUID, Instant> seen) {
        return users.stream().map(user -> new Offline(user, seen.get(user))).toList();
    }
}
