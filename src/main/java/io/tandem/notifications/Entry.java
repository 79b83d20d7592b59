package io.tandem.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A notable event of a workspace's log, as it was committed.
 *
 * @param changes missing where nothing had an earlier value
 */
record Entry(
        UUID workspaceId,
        long seq,
        String type,
        Instant at,
        UUID actorId,
        String actorName,
        JsonNode data,
        JsonNode changes) {

    Actor actor() {
        return Actor.behind(actorId, actorName);
    }

    boolean isBy(Actor actor) {
        return actorId.equals(actor.id()) && actorName.equals(actor.name());
    }
}
