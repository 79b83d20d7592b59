package io.tandem.live;

import io.tandem.journal.Log;
import io.tandem.journal.Position;
import io.vertx.core.MultiMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a socket's address asks for.
 *
 * @param workspace the log of {@code /ws/workspace/{id}}
 * @param since where the client was in it
 * @param ownSince where the client was in its own log
 */
record Places(
        @Nullable Log workspace,
        @Nullable Position since,
        @Nullable Position ownSince) {

    static final Places NONE = new Places(null, null, null);

    static Places of(@Nullable UUID workspaceId, MultiMap query) {
        return new Places(
                workspaceId == null ? null : Log.ofWorkspace(workspaceId),
                position(query.get("since"), query.get("epoch")),
                position(query.get("me_since"), query.get("me_epoch")));
    }

    /** A position nobody can read is no position: the client starts anew. */
    private static @Nullable Position position(@Nullable String seq, @Nullable String epoch) {
        if (seq == null || epoch == null) return null;
        try {
            return new Position(UUID.fromString(epoch), Long.parseUnsignedLong(seq));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
