package io.tandem.notifications;

import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;

/** What people should know, and what of it they have read. Each change locks the person's row: counting is exact. */
final class Notifications {

    private final Pool pool;
    private final Journal journal;

    Notifications(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    Future<NotificationPage> list(Call<ListNotifications> call) {
        ListNotifications asked = call.command();
        UUID person = call.actor().id();
        return ListStore.requireKnown(pool, person, asked.workspaceId())
                .compose(known -> ListStore.page(pool, person, asked));
    }

    Future<Written<NotificationsRead>> read(Call<ReadNotification> call) {
        UUID id = call.command().notificationId();
        return journal.write(call, NotificationsRead.class, tx -> PersonStore.lock(
                        tx.sql(), tx.actor().id())
                .compose(person -> ListStore.read(tx.sql(), tx.actor().id(), tx.now(), id, null, null))
                .compose(read -> read.ids() != null && read.ids().isEmpty()
                        ? readBefore(tx, id, read.unread())
                        : Future.succeededFuture(told(tx, read))));
    }

    private static Future<Change<NotificationsRead>> readBefore(Transaction tx, UUID id, int unread) {
        return ListStore.exists(tx.sql(), tx.actor().id(), id).map(exists -> {
            if (!exists) throw Problem.notFound("notification");
            return Change.nothing(new NotificationsRead(List.of(id), unread), own(tx));
        });
    }

    Future<Written<NotificationsRead>> readAll(Call<ReadAllNotifications> call) {
        UUID workspaceId = call.command().workspaceId();
        return journal.write(call, NotificationsRead.class, tx -> ListStore.requireKnown(
                        tx.sql(), tx.actor().id(), workspaceId)
                .compose(known -> PersonStore.lock(tx.sql(), tx.actor().id()))
                .compose(person -> ListStore.read(tx.sql(), tx.actor().id(), tx.now(), null, workspaceId, null))
                .map(read -> readAll(tx, workspaceId == null, read)));
    }

    private static Change<NotificationsRead> readAll(Transaction tx, boolean all, NotificationsRead read) {
        boolean none = read.ids() != null && read.ids().isEmpty();
        NotificationsRead said = all ? new NotificationsRead(null, read.unread()) : read;
        return none ? Change.nothing(said, own(tx)) : told(tx, said);
    }

    static Change<NotificationsRead> told(Transaction tx, NotificationsRead read) {
        return Change.of(read, Draft.of(own(tx), "notification.read", read));
    }

    private static Log own(Transaction tx) {
        return Log.ofPerson(tx.actor().id());
    }
}
