package io.tandem.notifications;

import io.tandem.notifications.Notification.AboutTask;
import io.tandem.workspaces.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a workspace to decide who hears of an event: as it is now, not as it was then.
 *
 * @param workspaceName null where the workspace is gone, and then nobody hears of anything
 * @param members those who come into question, and all who run the workspace
 * @param tasks that were spoken about, by id
 * @param names of those who left
 * @param invites by id; only those that are good still and meant for somebody with an account
 */
record Facts(
        @Nullable String workspaceName,
        Map<UUID, Role> members,
        Map<UUID, String> names,
        Map<UUID, Discussed> tasks,
        Map<UUID, Invitation> invites) {

    /** @param commenters by the comment before which they said something too */
    record Discussed(
            AboutTask task, UUID createdBy, @Nullable UUID assignedTo, Map<UUID, List<UUID>> commenters) {}

    record Invitation(UUID userId, Role role, String url) {}

    boolean isMember(UUID person) {
        return members.containsKey(person);
    }

    List<UUID> whoRunIt() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().isAbove(Role.MEMBER))
                .map(Map.Entry::getKey)
                .toList();
    }
}
