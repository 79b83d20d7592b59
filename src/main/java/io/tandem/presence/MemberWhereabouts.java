package io.tandem.presence;

import io.tandem.platform.Bus;
import io.tandem.workspaces.Whereabouts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows in the list of members who of them is there. */
public final class MemberWhereabouts implements Whereabouts {

    private final Pool pool;
    private final Bus bus;

    public MemberWhereabouts(Pool pool, Bus bus) {
        this.pool = pool;
        this.bus = bus;
    }

    @Override
    public Future<Map<UUID, Whereabout>> of(UUID workspaceId, Collection<UUID> userIds) {
        return bus.ask(PresenceAddresses.PEOPLE, workspaceId)
                .otherwise(List.of())
                .compose(people -> PersonStore.lastSeen(pool, userIds)
                        .map(seen -> whereabouts(people, Set.copyOf(userIds), seen)));
    }

    /** Who is here is being seen. */
    private static Map<UUID, Whereabout> whereabouts(List<Person> people, Set<UUID> asked, Map<UUID, Instant> seen) {
        Map<UUID, Whereabout> found = new HashMap<>();
        seen.forEach((user, at) -> found.put(user, new Whereabout(false, at)));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        people.stream()
                .map(Person::userId)
                .filter(asked::contains)
                .collect(Collectors.toSet())
                .forEach(user -> found.put(user, new Whereabout(true, now)));
        return found;
    }
}
