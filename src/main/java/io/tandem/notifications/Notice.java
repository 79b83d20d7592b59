package io.tandem.notifications;

import io.tandem.notifications.Notification.Content;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody should hear of something, before anybody asked whether and how they want to.
 *
 * @param seq the number of the event that is the cause; 0 where a clock is
 * @param at when it happened
 */
record Notice(UUID userId, Kind kind, @Nullable UUID workspaceId, Content content, long seq, Instant at) {}
