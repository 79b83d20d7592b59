package io.tandem.accounts;

import io.tandem.platform.Actor;
import io.tandem.platform.Gathering;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is signed in, remembered for a few seconds so that not every request asks the database. A sign-out is heard of at
 * once, here and on every other instance; while the others may not be heard, the memory is too short to matter. State of
 * one context.
 */
final class LivingSessions {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration REMEMBERED_UNHEARD = Duration.ofMillis(500);

    private record Entry(Actor actor, long untilNanos) {
        boolean isOver(long nowNanos) {
            return nowNanos - untilNanos >= 0;
        }
    }

    private final Gathering<UUID, Actor> actors;
    private final Map<UUID, Entry> bySession = new HashMap<>();
    private long changes;
    private boolean heard;

    /** @param alone whether there are no other instances to be heard */
    LivingSessions(Vertx vertx, Pool pool, boolean alone) {
        this.actors = new Gathering<>(vertx, sessions -> SessionStore.actors(pool, sessions));
        this.heard = alone;
    }

    /** Who a session belongs to, with their present name; fails with {@code unauthorized} where it has ended. */
    Future<Actor> actor(UUID sessionId) {
        Entry entry = bySession.get(sessionId);
        if (entry != null && !entry.isOver(System.nanoTime())) return Future.succeededFuture(entry.actor());
        return actorNow(sessionId);
    }

    /** The same, asked of the database. */
    Future<Actor> actorNow(UUID sessionId) {
        long changesBefore = changes;
        return actors.ask(sessionId).map(actor -> {
            if (actor == null) throw Tokens.unauthorized();
            if (changes == changesBefore) remember(actor);
            return actor;
        });
    }

    /** Not when something changed while the database was asked: the answer may be from before. */
    private void remember(Actor actor) {
        Duration remembered = heard ? REMEMBERED : REMEMBERED_UNHEARD;
        bySession.put(actor.sessionId(), new Entry(actor, System.nanoTime() + remembered.toNanos()));
    }

    /** Whether a sign-out on another instance is heard here. What is known from before it was not may be old by now. */
    void othersAreHeard(boolean now) {
        if (heard == now) return;
        heard = now;
        changes++;
        bySession.clear();
    }

    void changed(UUID userId) {
        changes++;
        bySession.values().removeIf(entry -> entry.actor().id().equals(userId));
    }

    void forgetOld() {
        long now = System.nanoTime();
        bySession.values().removeIf(entry -> entry.isOver(now));
    }
}
