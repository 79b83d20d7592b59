package io.tandem.presence;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Event;
import io.tandem.platform.Json;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the people who are here: read once when they come, many in one statement, and kept right by the events
 * of their own logs, which this instance follows while they are here.
 */
final class KnownPeople {

    private static final Logger logger = LoggerFactory.getLogger(KnownPeople.class);
    private static final long GATHER_MS = 10;
    private static final long AGAIN_MS = 1_000;

    private final Vertx vertx;
    private final Pool pool;
    private final Presences presences;
    private boolean learning;

    KnownPeople(Vertx vertx, Pool pool, Presences presences) {
        this.vertx = vertx;
        this.pool = pool;
        this.presences = presences;
    }

    /** Until then they are taken for available. */
    void learnSoon() {
        if (learning) return;
        learning = true;
        vertx.setTimer(GATHER_MS, timer -> learn());
    }

    private void learn() {
        List<UUID> unknown = presences.unknown();
        if (unknown.isEmpty()) {
            learning = false;
            return;
        }
        PersonStore.statuses(pool, unknown)
                .onSuccess(statuses -> {
                    unknown.forEach(user -> presences.learn(user, statuses.getOrDefault(user, Status.AVAILABLE)));
                    learn();
                })
                .onFailure(failure -> {
                    logger.debug("Could not read what people say of themselves, trying again", failure);
                    vertx.setTimer(AGAIN_MS, timer -> learn());
                });
    }

    void heard(Event event) {
        switch (event.type()) {
            case Statuses.CHANGED ->
                presences.says(
                        event.log().id(), Status.of(data(event).path("status").asText()));
            case "user.updated" ->
                presences.renamed(event.log().id(), data(event).path("name").asText());
            case "member.removed", "member.left" ->
                presences.expelled(
                        event.log().id(),
                        UUID.fromString(data(event).path("user_id").asText()));
            default -> {}
        }
    }

    private static JsonNode data(Event event) {
        return Json.parse(event.data());
    }
}
