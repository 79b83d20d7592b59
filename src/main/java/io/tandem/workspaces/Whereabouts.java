package io.tandem.workspaces;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where else it is known who is there: the list of members shows it. */
@FunctionalInterface
public interface Whereabouts {

    /**
     * @param online whether they are in the workspace now
     * @param lastSeenAt when they were seen anywhere; null: never
     */
    record Whereabout(boolean online, @Nullable Instant lastSeenAt) {
        public static final Whereabout UNKNOWN = new Whereabout(false, null);
    }

    /** Answers by person; who is missing in it was never seen. */
    Future<Map<UUID, Whereabout>> of(UUID workspaceId, Collection<UUID> userIds);
}
