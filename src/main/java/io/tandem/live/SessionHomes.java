package io.tandem.live;

import io.vertx.core.Context;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On which event loop each SockJS session was opened: where its first request came in. A browser sends every request over
 * whatever connection is free, and Vert.x opens a session twice whose second poll overtakes the end of its first on
 * another loop. Shared by the loops of one instance, and the one thing they share: they must agree.
 */
public final class SessionHomes {

    /** Who says nothing for so long has no session any more, or one that is open since long. */
    private static final long FORGOTTEN_MS = 60_000;

    private static final Pattern REQUEST =
            Pattern.compile("/live/[^/]+/([^/]+)/(?:xhr|xhr_streaming|xhr_send|eventsource)");

    private record Home(Context loop, long seenAt) {}

    private final ConcurrentMap<String, Home> bySession = new ConcurrentHashMap<>();

    /** The session a path names; null where it names none, or one that is a WebSocket. */
    static @Nullable String session(String path) {
        Matcher request = REQUEST.matcher(path);
        return request.matches() ? request.group(1) : null;
    }

    /** @param here where this request came in */
    Context of(String session, Context here, long now) {
        return bySession
                .compute(session, (id, home) -> new Home(home == null ? here : home.loop(), now))
                .loop();
    }

    void sweep(long now) {
        bySession.values().removeIf(home -> now - home.seenAt() > FORGOTTEN_MS);
    }
}
