package io.tandem.notifications;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who is about to be told something: how many they have not read, and how they want to hear of what.
 *
 * @param muted ids of workspaces and tasks
 */
record Listener(UUID id, int unread, Preferences preferences, boolean doNotDisturb, Set<UUID> muted) {

    boolean mutes(@Nullable UUID workspaceId, @Nullable UUID taskId) {
        return (workspaceId != null && muted.contains(workspaceId)) || (taskId != null && muted.contains(taskId));
    }
}
