package io.tandem.snapshots;

import io.tandem.accounts.User;
import io.tandem.activity.Seen;
import io.tandem.notifications.Mute;
import io.tandem.notifications.Preferences;
import io.tandem.presence.Status;
import io.tandem.tasks.Task;
import io.tandem.workspaces.Workspace;
import java.util.List;
import java.util.UUID;

/** A person's own things as they were at {@code seq} of their own log. */
public record MySnapshot(
        UUID epoch,
        long seq,
        User user,
        Status status,
        List<Workspace> workspaces,
        List<Task> tasks,
        List<Seen> seen,
        int unreadNotifications,
        Preferences preferences,
        List<Mute> mutes) {}
