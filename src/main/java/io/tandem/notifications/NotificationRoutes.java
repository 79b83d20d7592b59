package io.tandem.notifications;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.journal.Written;
import java.util.UUID;

/** Notifications, preferences and mutes over HTTP. */
public final class NotificationRoutes implements Routes {

    /** How many are left. */
    private record Unread(int unread) {}

    @Override
    public void mount(Api api) {
        api.on("listNotifications", NotificationAddresses.LIST, NotificationRoutes::list, Reply::ok);
        api.on(
                "readNotification",
                NotificationAddresses.READ,
                request -> new ReadNotification(request.pathId("id")),
                NotificationRoutes::unread);
        api.on(
                "readAllNotifications",
                NotificationAddresses.READ_ALL,
                request -> request.command(ReadAllNotifications.class),
                NotificationRoutes::unread);
        api.on(
                "getNotificationPreferences",
                NotificationAddresses.PREFERENCES,
                request -> new ReadPreferences(),
                Reply::ok);
        api.on(
                "replaceNotificationPreferences",
                NotificationAddresses.REPLACE_PREFERENCES,
                request -> request.command(ReplacePreferences.class),
                written -> Reply.ok(written.answer()));
        mountMutes(api);
    }

    private static void mountMutes(Api api) {
        api.on("listMutes", NotificationAddresses.MUTES, request -> new ListMutes(), Reply::ok);
        api.on(
                "muteWorkspace",
                NotificationAddresses.MUTE_WORKSPACE,
                request -> new MuteWorkspace(request.pathId("id")),
                written -> Reply.noContent());
        api.on(
                "unmuteWorkspace",
                NotificationAddresses.UNMUTE_WORKSPACE,
                request -> new UnmuteWorkspace(request.pathId("id")),
                written -> Reply.noContent());
        api.on(
                "muteTask",
                NotificationAddresses.MUTE_TASK,
                request -> new MuteTask(request.pathId("id")),
                written -> Reply.noContent());
        api.on(
                "unmuteTask",
                NotificationAddresses.UNMUTE_TASK,
                request -> new UnmuteTask(request.pathId("id")),
                written -> Reply.noContent());
    }

    private static Reply unread(Written<NotificationsRead> written) {
        return Reply.ok(new Unread(written.answer().unread()));
    }

    /** The contract has seen to it that these are what they should be. */
    private static ListNotifications list(Request request) {
        String unread = request.query("unread");
        String kind = request.query("kind");
        String workspaceId = request.query("workspace_id");
        String limit = request.query("limit");
        return new ListNotifications(
                unread == null ? null : Boolean.valueOf(unread),
                kind == null ? null : Kind.of(kind),
                workspaceId == null ? null : UUID.fromString(workspaceId),
                limit == null ? ListNotifications.LIMIT_DEFAULT : Integer.parseInt(limit),
                request.query("cursor"));
    }
}
