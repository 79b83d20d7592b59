package io.tandem.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks everything read.
 *
 * @param workspaceId only what is about this workspace; fails with {@code not_found} where the person is no member of it
 *     and never heard of it
 */
public record ReadAllNotifications(@Nullable UUID workspaceId) {}
