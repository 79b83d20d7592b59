package io.tandem.snapshots;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Snapshots and events over HTTP. */
public final class SnapshotRoutes implements Routes {

    private static final int EVENTS_DEFAULT = 500;

    @Override
    public void mount(Api api) {
        api.on(
                "getSnapshot",
                SnapshotAddresses.PACKED,
                request -> new ReadSnapshot(request.pathId("id")),
                snapshot -> Reply.ok(snapshot.body()));
        api.on("getMySnapshot", SnapshotAddresses.MINE, request -> new ReadMySnapshot(), Reply::ok);
        api.on("getEvents", SnapshotAddresses.EVENTS, request -> events(request, request.pathId("id")), Reply::ok);
        api.on("getMyEvents", SnapshotAddresses.EVENTS, request -> events(request, null), Reply::ok);
    }

    /** The contract has seen to it that these are numbers and ids. */
    private static ReadEvents events(Request request, @Nullable UUID workspaceId) {
        String since = request.query("since");
        String epoch = request.query("epoch");
        String limit = request.query("limit");
        return new ReadEvents(
                workspaceId,
                since == null ? 0 : Long.parseLong(since),
                epoch == null ? null : UUID.fromString(epoch),
                limit == null ? EVENTS_DEFAULT : Integer.parseInt(limit));
    }
}
