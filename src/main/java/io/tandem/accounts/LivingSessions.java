package io.tandem.accounts;

import io.tandem.platform.Actor;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is signed in, remembered for a few seconds so that not every request asks the database. A sign-out in this process
 * shows at once, one in another process when the memory runs out. State of one context.
 */
final class LivingSessions {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Entry(Actor actor, long untilNanos) {
        boolean isOver(long nowNanos) {
            return nowNanos - untilNanos >= 0;
        }
    }

    private final Pool pool;
    private final Map<UUID, Entry> bySession = new HashMap<>();
    private long changes;

    LivingSessions(Pool pool) {
        this.pool = pool;
    }

    /** Who a session belongs to, with their present name; fails with {@code unauthorized} where it has ended. */
    Future<Actor> actor(UUID sessionId) {
        Entry entry = bySession.get(sessionId);
        if (entry != null && !entry.isOver(System.nanoTime())) return Future.succeededFuture(entry.actor());
        long changesBefore = changes;
        return SessionStore.actor(pool, sessionId).map(actor -> {
            if (actor == null) throw Tokens.unauthorized();
            if (changes == changesBefore) remember(actor);
            return actor;
        });
    }

    /** Not when something changed while the database was asked: the answer may be from before. */
    private void remember(Actor actor) {
        bySession.put(actor.sessionId(), new Entry(actor, System.nanoTime() + REMEMBERED.toNanos()));
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
