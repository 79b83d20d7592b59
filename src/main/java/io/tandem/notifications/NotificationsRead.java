package io.tandem.notifications;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read now.
 *
 * @param ids null: all
 * @param unread how many are not
 */
public record NotificationsRead(@Nullable List<UUID> ids, int unread) {}
