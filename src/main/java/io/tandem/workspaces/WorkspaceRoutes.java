package io.tandem.workspaces;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workspaces, members and columns over HTTP. */
public final class WorkspaceRoutes implements Routes {

    private static final int LIMIT = 50;

    @Override
    public void mount(Api api) {
        mountWorkspaces(api);
        mountMembers(api);
        mountColumns(api);
    }

    private static void mountWorkspaces(Api api) {
        api.on(
                "listWorkspaces",
                WorkspaceAddresses.LIST,
                request -> new ListWorkspaces(limit(request), request.query("cursor")),
                Reply::ok);
        api.on(
                "createWorkspace",
                WorkspaceAddresses.CREATE,
                request -> request.command(CreateWorkspace.class),
                written -> Reply.created(written.answer()));
        api.on("getWorkspace", WorkspaceAddresses.READ, request -> new ReadWorkspace(request.pathId("id")), Reply::ok);
        api.on(
                "replaceWorkspace",
                WorkspaceAddresses.REPLACE,
                request -> request.command(ReplaceWorkspace.class, "id", "workspace_id"),
                written -> Reply.ok(written.answer()));
        api.on(
                "deleteWorkspace",
                WorkspaceAddresses.DELETE,
                request -> new DeleteWorkspace(request.pathId("id")),
                written -> Reply.noContent());
        api.on(
                "transferWorkspace",
                WorkspaceAddresses.TRANSFER,
                request -> request.command(TransferWorkspace.class, "id", "workspace_id"),
                written -> Reply.ok(written.answer()));
    }

    private static void mountMembers(Api api) {
        api.on(
                "listMembers",
                WorkspaceAddresses.LIST_MEMBERS,
                request -> new ListMembers(request.pathId("id"), limit(request), request.query("cursor")),
                Reply::ok);
        api.on(
                "changeMember",
                WorkspaceAddresses.CHANGE_MEMBER,
                request -> request.command(ChangeMember.class, "id", "workspace_id", "user_id", "user_id"),
                written -> Reply.ok(written.answer()));
        api.on(
                "removeMember",
                WorkspaceAddresses.REMOVE_MEMBER,
                request -> new RemoveMember(request.pathId("id"), request.pathId("user_id")),
                written -> Reply.noContent());
        api.on(
                "leaveWorkspace",
                WorkspaceAddresses.LEAVE,
                request -> new LeaveWorkspace(request.pathId("id")),
                written -> Reply.noContent());
    }

    private static void mountColumns(Api api) {
        api.on(
                "createColumn",
                WorkspaceAddresses.CREATE_COLUMN,
                request -> request.command(CreateColumn.class, "id", "workspace_id"),
                written -> Reply.created(written.answer()));
        api.on(
                "changeColumn",
                WorkspaceAddresses.CHANGE_COLUMN,
                request -> request.command(ChangeColumn.class, "id", "workspace_id", "column_id", "column_id"),
                written -> Reply.ok(written.answer()));
        api.on(
                "moveColumn",
                WorkspaceAddresses.MOVE_COLUMN,
                request -> request.command(MoveColumn.class, "id", "workspace_id", "column_id", "column_id"),
                written -> Reply.ok(written.answer()));
        api.on(
                "deleteColumn",
                WorkspaceAddresses.DELETE_COLUMN,
                request -> new DeleteColumn(
                        request.pathId("id"), request.pathId("column_id"), id("move_to", request.query("move_to"))),
                written -> Reply.noContent());
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/" + name, "This is no id.");
        }
    }

    /** The contract holds it between 1 and 200. */
    static int limit(Request request) {
        String limit = request.query("limit");
        return limit == null ? LIMIT : Integer.parseInt(limit);
    }
}
