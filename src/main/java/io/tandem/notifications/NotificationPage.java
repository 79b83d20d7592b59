package io.tandem.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of somebody's notifications.
 *
 * @param nextCursor where the next part begins; null after the last
 * @param unread how many there are unread, whatever was asked for
 */
public record NotificationPage(
        List<Notification> items, @Nullable String nextCursor, int unread) {}
