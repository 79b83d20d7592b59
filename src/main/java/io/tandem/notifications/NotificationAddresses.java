package io.tandem.notifications;

import io.tandem.journal.Written;
import io.tandem.platform.Address;

/** Where notifications are reached on the bus. */
public final class NotificationAddresses {

    public static final Address<ListNotifications, NotificationPage> LIST =
            new Address<>("notifications.list", ListNotifications.class);
    public static final Address<ReadNotification, Written<NotificationsRead>> READ =
            new Address<>("notifications.read", ReadNotification.class);
    public static final Address<ReadAllNotifications, Written<NotificationsRead>> READ_ALL =
            new Address<>("notifications.read_all", ReadAllNotifications.class);
    public static final Address<ReadPreferences, Preferences> PREFERENCES =
            new Address<>("notifications.preferences", ReadPreferences.class);
    public static final Address<ReplacePreferences, Written<Preferences>> REPLACE_PREFERENCES =
            new Address<>("notifications.replace_preferences", ReplacePreferences.class);
    public static final Address<ListMutes, Mutes> MUTES = new Address<>("notifications.mutes", ListMutes.class);
    public static final Address<MuteWorkspace, Written<Mute>> MUTE_WORKSPACE =
            new Address<>("notifications.mute_workspace", MuteWorkspace.class);
    public static final Address<UnmuteWorkspace, Written<Mute>> UNMUTE_WORKSPACE =
            new Address<>("notifications.unmute_workspace", UnmuteWorkspace.class);
    public static final Address<MuteTask, Written<Mute>> MUTE_TASK =
            new Address<>("notifications.mute_task", MuteTask.class);
    public static final Address<UnmuteTask, Written<Mute>> UNMUTE_TASK =
            new Address<>("notifications.unmute_task", UnmuteTask.class);

    private NotificationAddresses() {}
}
