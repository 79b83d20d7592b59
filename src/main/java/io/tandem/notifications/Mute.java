package io.tandem.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person does not want to hear of: a workspace, or a task in it.
 *
 * @param workspaceId null for a personal task
 * @param taskId null where the whole workspace is muted
 */
public record Mute(@Nullable UUID workspaceId, @Nullable UUID taskId) {}
