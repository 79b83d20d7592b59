package io.tandem.notifications;

import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** Notifications, preferences and mutes on the bus. */
public final class NotificationsVerticle extends VerticleBase {

    private final Bus bus;
    private final Notifications notifications;
    private final Wishes wishes;

    public NotificationsVerticle(Pool pool, Bus bus, Journal journal) {
        this.bus = bus;
        notifications = new Notifications(pool, journal);
        wishes = new Wishes(pool, journal);
    }

    @Override
    public Future<?> start() {
        bus.serve(NotificationAddresses.LIST, notifications::list);
        bus.serve(NotificationAddresses.READ, notifications::read);
        bus.serve(NotificationAddresses.READ_ALL, notifications::readAll);
        bus.serve(NotificationAddresses.PREFERENCES, wishes::read);
        bus.serve(NotificationAddresses.REPLACE_PREFERENCES, wishes::replace);
        bus.serve(NotificationAddresses.MUTES, wishes::mutes);
        bus.serve(NotificationAddresses.MUTE_WORKSPACE, wishes::muteWorkspace);
        bus.serve(NotificationAddresses.UNMUTE_WORKSPACE, wishes::unmuteWorkspace);
        bus.serve(NotificationAddresses.MUTE_TASK, wishes::muteTask);
        bus.serve(NotificationAddresses.UNMUTE_TASK, wishes::unmuteTask);
        return Future.succeededFuture();
    }
}
