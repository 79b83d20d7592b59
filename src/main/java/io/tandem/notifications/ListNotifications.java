package io.tandem.notifications;

import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of one's notifications, unread first, then newest first.
 *
 * @param unread true: only those, false: only the others, null: all
 * @param limit 1 to {@value #LIMIT_MAX}
 * @param cursor from the page before; null for the first
 */
public record ListNotifications(
        @Nullable Boolean unread,
        @Nullable Kind kind,
        @Nullable UUID workspaceId,
        int limit,
        @Nullable String cursor) {

    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;

    public ListNotifications {
        Check check = new Check();
        check.that(limit >= 1 && limit <= LIMIT_MAX, "limit", "From 1 to " + LIMIT_MAX + ".");
        check.done();
    }
}
