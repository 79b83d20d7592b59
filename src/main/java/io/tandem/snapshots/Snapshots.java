package io.tandem.snapshots;

import io.tandem.accounts.Users;
import io.tandem.activity.SeenPositions;
import io.tandem.journal.Event;
import io.tandem.journal.EventLog;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import io.tandem.journal.Position;
import io.tandem.notifications.NotificationReads;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.presence.Statuses;
import io.tandem.tasks.TaskReads;
import io.tandem.workspaces.Access;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
import io.tandem.workspaces.WorkspaceReads;
import io.tandem.workspaces.Workspaces;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads everything at one position: the head and the rows in one transaction that sees a single moment. */
final class Snapshots {

    private final Pool pool;
    private final int replayEventsMax;

    Snapshots(Pool pool, int replayEventsMax) {
        this.pool = pool;
        this.replayEventsMax = replayEventsMax;
    }

    /** Fails with {@code not_found} for who is no member. */
    Future<WorkspaceSnapshot> ofWorkspace(Call<ReadSnapshot> call) {
        return read(new Membership(call.actor().id(), call.command().workspaceId()));
    }

    Future<WorkspaceSnapshot> read(Membership reader) {
        UUID workspaceId = reader.workspaceId();
        return atOneMoment(sql -> Access.toRead(sql, workspaceId, reader.userId())
                .compose(role -> EventLog.head(sql, Log.ofWorkspace(workspaceId)))
                .compose(head -> ofWorkspace(sql, head, workspaceId, reader.userId())));
    }

    private static Future<WorkspaceSnapshot> ofWorkspace(SqlConnection sql, Head head, UUID workspaceId, UUID reader) {
        var workspace = WorkspaceReads.workspace(sql, workspaceId, reader);
        var columns = WorkspaceReads.columns(sql, workspaceId, reader);
        var labels = TaskReads.labelsOf(sql, workspaceId);
        var members = WorkspaceReads.members(sql, workspaceId, reader);
        var tasks = TaskReads.tasksOf(sql, Log.ofWorkspace(workspaceId));
        return Future.all(workspace, columns, labels, members, tasks)
                .map(read -> new WorkspaceSnapshot(
                        head.epoch(),
                        head.seq(),
                        workspace.result(),
                        columns.result(),
                        labels.result(),
                        members.result(),
                        tasks.result()));
    }

    Future<MySnapshot> ofPerson(Call<ReadMySnapshot> call) {
        UUID person = call.actor().id();
        return atOneMoment(
                sql -> EventLog.head(sql, Log.ofPerson(person)).compose(head -> ofPerson(sql, head, person)));
    }

    private static Future<MySnapshot> ofPerson(SqlConnection sql, Head head, UUID person) {
        var user = Users.read(sql, person);
        var status = Statuses.read(sql, person);
        var workspaces = Workspaces.listFor(sql, person);
        var tasks = TaskReads.tasksOf(sql, Log.ofPerson(person));
        var seen = SeenPositions.of(sql, person);
        var unread = NotificationReads.unread(sql, person);
        var preferences = NotificationReads.preferences(sql, person);
        var mutes = NotificationReads.mutes(sql, person);
        return Future.all(List.of(user, status, workspaces, tasks, seen, unread, preferences, mutes))
                .map(read -> new MySnapshot(
                        head.epoch(),
                        head.seq(),
                        user.result(),
                        status.result(),
                        workspaces.result(),
                        tasks.result(),
                        seen.result(),
                        unread.result(),
                        preferences.result(),
                        mutes.result()));
    }

    private <T> Future<T> atOneMoment(Function<SqlConnection, Future<T>> reads) {
        return pool.withConnection(sql -> sql.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .compose(begun -> reads.apply(sql))
                .eventually(() -> sql.query("COMMIT").execute()));
    }

    /** Fails with {@code resync} (410) where the position is not, or no longer, one of this log. */
    Future<Events> events(Call<ReadEvents> call) {
        ReadEvents asked = call.command();
        Log log = logOf(call);
        return mayRead(call, log)
                .compose(may -> EventLog.since(pool, log, asked.since(), asked.limit()))
                .map(page -> answer(asked, page));
    }

    private static Log logOf(Call<ReadEvents> call) {
        UUID workspaceId = call.command().workspaceId();
        return workspaceId == null ? Log.ofPerson(call.actor().id()) : Log.ofWorkspace(workspaceId);
    }

    private Future<Void> mayRead(Call<ReadEvents> call, Log log) {
        if (log.personal()) return Future.succeededFuture();
        return Access.toRead(pool, log.id(), call.actor().id()).mapEmpty();
    }

    private Events answer(ReadEvents asked, Page page) {
        Head head = page.head();
        Position since = new Position(asked.epoch() == null ? head.epoch() : asked.epoch(), asked.since());
        List<Event> events = page.events();
        boolean gap = !events.isEmpty() && events.getFirst().seq() != since.seq() + 1;
        if (!head.covers(since) || gap || head.seq() - since.seq() > replayEventsMax) {
            throw Problem.of(410, "resync", "This position cannot be read on from. Take a snapshot.");
        }
        return new Events(head.epoch(), events, head.seq());
    }
}
