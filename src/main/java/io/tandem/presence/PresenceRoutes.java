package io.tandem.presence;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Routes;

/** Presence over HTTP. */
public final class PresenceRoutes implements Routes {

    @Override
    public void mount(Api api) {
        api.on("getPresence", PresenceAddresses.READ, request -> new ReadPresence(request.pathId("id")), Reply::ok);
        api.on("getStatus", PresenceAddresses.READ_STATUS, request -> new ReadStatus(), Reply::ok);
        api.on(
                "setStatus",
                PresenceAddresses.SET_STATUS,
                request -> request.body(SetStatus.class),
                written -> Reply.ok(written.answer()));
    }
}
