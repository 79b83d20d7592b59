package io.tandem.notifications;

import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.tasks.TaskReads;
import io.tandem.workspaces.Access;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.UUID;

/** How people want to hear of what, and what not at all. Each change locks the person's row: whoever is telling them waits. */
final class Wishes {

    private final Pool pool;
    private final Journal journal;

    Wishes(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    Future<Preferences> read(Call<ReadPreferences> call) {
        return NotificationReads.preferences(pool, call.actor().id());
    }

    Future<Written<Preferences>> replace(Call<ReplacePreferences> call) {
        Preferences wanted = call.command().preferences();
        return journal.write(call, Preferences.class, tx -> PersonStore.lock(
                        tx.sql(), tx.actor().id())
                .compose(person -> person.preferences().equals(wanted)
                        ? Future.succeededFuture(Change.nothing(wanted, own(tx)))
                        : PersonStore.save(tx.sql(), tx.actor().id(), wanted)
                                .map(saved -> Change.of(
                                        wanted, Draft.of(own(tx), "notification.preferences_changed", wanted)))));
    }

    Future<Mutes> mutes(Call<ListMutes> call) {
        return NotificationReads.mutes(pool, call.actor().id()).map(Mutes::new);
    }

    Future<Written<Mute>> muteWorkspace(Call<MuteWorkspace> call) {
        UUID workspaceId = call.command().workspaceId();
        return journal.write(call, Mute.class, tx -> Access.toRead(
                        tx.sql(), workspaceId, tx.actor().id())
                .compose(role -> mute(tx, new Mute(workspaceId, null))));
    }

    Future<Written<Mute>> muteTask(Call<MuteTask> call) {
        UUID taskId = call.command().taskId();
        return journal.write(
                call, Mute.class, tx -> TaskReads.logOf(tx.sql(), tx.actor().id(), taskId)
                        .compose(log -> mute(tx, new Mute(log.workspaceId(), taskId))));
    }

    private static Future<Change<Mute>> mute(Transaction tx, Mute mute) {
        UUID person = tx.actor().id();
        return PersonStore.lock(tx.sql(), person)
                .compose(locked -> MuteStore.add(tx.sql(), person, mute))
                .map(added -> added
                        ? Change.of(mute, Draft.of(own(tx), "notification.muted", mute))
                        : Change.nothing(mute, own(tx)));
    }

    Future<Written<Mute>> unmuteWorkspace(Call<UnmuteWorkspace> call) {
        UUID workspaceId = call.command().workspaceId();
        return journal.write(call, Mute.class, tx -> unmute(tx, new Mute(workspaceId, null))
                .compose(change -> change.event() != null
                        ? Future.succeededFuture(change)
                        : Access.toRead(tx.sql(), workspaceId, tx.actor().id()).map(role -> change)));
    }

    Future<Written<Mute>> unmuteTask(Call<UnmuteTask> call) {
        UUID taskId = call.command().taskId();
        return journal.write(call, Mute.class, tx -> unmute(tx, new Mute(null, taskId))
                .compose(change -> change.event() != null
                        ? Future.succeededFuture(change)
                        : TaskReads.logOf(tx.sql(), tx.actor().id(), taskId).map(log -> change)));
    }

    /** Whoever has left still gets rid of what they had muted. */
    private static Future<Change<Mute>> unmute(Transaction tx, Mute muted) {
        UUID person = tx.actor().id();
        return PersonStore.lock(tx.sql(), person)
                .compose(locked -> MuteStore.remove(tx.sql(), person, muted))
                .map(mute -> mute == null
                        ? Change.nothing(muted, own(tx))
                        : Change.of(mute, Draft.of(own(tx), "notification.unmuted", mute)));
    }

    private static Log own(Transaction tx) {
        return Log.ofPerson(tx.actor().id());
    }
}
