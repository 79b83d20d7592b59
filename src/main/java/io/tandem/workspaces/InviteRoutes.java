package io.tandem.workspaces;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Optional;

/** Invites over HTTP. */
public final class InviteRoutes implements Routes {

    private final Bus bus;
    private final Optional<URI> publicUrl;

    public InviteRoutes(Bus bus, Settings settings) {
        this.bus = bus;
        this.publicUrl = settings.publicUrl();
    }

    @Override
    public void mount(Api api) {
        api.on(
                "listInvites",
                WorkspaceAddresses.LIST_INVITES,
                request ->
                        new ListInvites(request.pathId("id"), WorkspaceRoutes.limit(request), request.query("cursor")),
                Reply::ok);
        api.on("createInvite", this::create);
        api.on(
                "revokeInvite",
                WorkspaceAddresses.REVOKE_INVITE,
                request -> new RevokeInvite(request.pathId("id"), request.pathId("invite_id")),
                written -> Reply.noContent());
        api.on("previewInvite", request -> bus.ask(WorkspaceAddresses.PREVIEW_INVITE, request.path("token"))
                .map(Reply::ok));
        api.on(
                "joinWorkspace",
                WorkspaceAddresses.JOIN,
                request -> request.command(JoinWorkspace.class),
                written -> Reply.ok(written.answer()));
    }

    private Future<Reply> create(Request request) {
        CreateInvite command = request.command(CreateInvite.class, "id", "workspace_id");
        String origin = publicUrl.map(InviteRoutes::withoutSlash).orElseGet(request::origin);
        return bus.call(WorkspaceAddresses.CREATE_INVITE, request.call(command))
                .map(written -> Reply.created(written.answer().withUrl(origin)));
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }
}
