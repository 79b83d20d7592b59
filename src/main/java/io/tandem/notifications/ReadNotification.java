package io.tandem.notifications;

import java.util.UUID;

/** Marks a notification read; fails with {@code not_found} where it is nobody's or somebody else's. */
public record ReadNotification(UUID notificationId) {

    public ReadNotification {
        Shape.required("notification_id", notificationId);
    }
}
