package io.tandem.activity;

import io.tandem.journal.Event;
import io.tandem.journal.EventLog;
import io.tandem.journal.EventLog.Past;
import io.tandem.journal.Excerpt;
import io.tandem.journal.Log;
import io.tandem.platform.Call;
import io.tandem.platform.Cursor;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.tasks.TaskReads;
import io.tandem.workspaces.Access;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened, read from the log that everything else lives by. */
final class Activity {

    private final Pool pool;

    Activity(Pool pool) {
        this.pool = pool;
    }

    /** Fails with {@code not_found} for who is no member. */
    Future<Page<Event>> ofWorkspace(Call<ReadActivity> call) {
        ReadActivity asked = call.command();
        Log log = Log.ofWorkspace(asked.workspaceId());
        return Access.toRead(pool, log.id(), call.actor().id())
                .compose(role -> EventLog.past(pool, log, wanted(asked), asked.limit()))
                .map(past -> page(past, asked.workspaceId()));
    }

    private static Excerpt wanted(ReadActivity asked) {
        long before = before(asked.cursor(), asked.workspaceId());
        return new Excerpt(before, asked.since(), asked.taskId(), asked.actorId(), asked.type());
    }

    /** Fails with {@code not_found} for a task the reader does not see, or one that is gone. */
    Future<Page<Event>> ofTask(Call<ReadTaskActivity> call) {
        ReadTaskActivity asked = call.command();
        return TaskReads.logOf(pool, call.actor().id(), asked.taskId())
                .compose(log -> EventLog.past(pool, log, wanted(asked), asked.limit()))
                .map(past -> page(past, asked.taskId()));
    }

    private static Excerpt wanted(ReadTaskActivity asked) {
        return new Excerpt(before(asked.cursor(), asked.taskId()), 0, asked.taskId(), null, null);
    }

    /** A cursor belongs to what it is the activity of; looked at behind the right, so that it tells nothing. */
    private static long before(@Nullable String cursor, UUID of) {
        Cursor place = Cursor.parse(cursor);
        if (place == null) return Long.MAX_VALUE;
        if (place.id(1).equals(of) && place.number(0) > 0) return place.number(0);
        throw Problem.invalid("/cursor", "This is no cursor of this list.");
    }

    private static Page<Event> page(Past past, UUID of) {
        Long before = past.before();
        return new Page<>(
                past.events(), before == null ? null : Cursor.of(before, of).text());
    }
}
