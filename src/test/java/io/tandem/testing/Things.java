package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * One of everything there is in a workspace, and a second one where a request needs two.
 *
 * @param person a member
 * @param notification of the owner's, one of two about comments, both unread
 * @param inviteToken of {@code invite}
 */
public record Things(
        UUID workspace,
        UUID column,
        UUID otherColumn,
        UUID label,
        UUID person,
        UUID task,
        UUID otherTask,
        UUID comment,
        UUID notification,
        UUID invite,
        String inviteToken) {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    /** Makes them: the owner's, shared with a member, with more than one of whatever comes in pages. */
    public static Things make(Person owner, Person member) {
        UUID workspace = owner.createWorkspace("Garden");
        owner.invites(member, workspace, "member");
        JsonNode invite =
                owner.post(in(workspace, "/invites"), Map.of("max_uses", 5)).expect(201);
        UUID label = id(owner.post(in(workspace, "/labels"), Map.of("name", "Outside", "color", "green"))
                .expect(201));
        JsonNode columns = owner.snapshot(workspace).path("columns");
        Map<String, Object> task = Map.of(
                "workspace_id",
                workspace,
                "title",
                "Paint the fence",
                "column_id",
                id(columns.path(0)),
                "due_at",
                "2026-06-01T10:00:00Z",
                "assigned_to",
                member.id(),
                "labels",
                List.of(label));
        List<UUID> tasks = Stream.generate(
                        () -> id(owner.post("/api/tasks", task).expect(201)))
                .limit(3)
                .toList();
        List<UUID> comments = Stream.generate(
                        () -> id(member.post("/api/tasks/" + tasks.getFirst() + "/comments", Map.of("text", "Green?"))
                                .expect(201)))
                .limit(2)
                .toList();
        member.post("/api/tasks/" + tasks.get(1) + "/comments", Map.of("text", "Or white?"))
                .expect(201);
        // The third: the first stands before the second already, and moving it there would change nothing.
        return new Things(
                workspace,
                id(columns.path(0)),
                id(columns.path(2)),
                label,
                member.id(),
                tasks.getFirst(),
                tasks.getLast(),
                comments.getFirst(),
                id(told(owner, workspace)),
                id(invite),
                invite.path("invite_token").asText());
    }

    /** The last thing that happened: who has been told of it has been told of everything. */
    private static JsonNode told(Person owner, UUID workspace) {
        String comments = "/api/notifications?kind=commented&workspace_id=" + workspace;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        JsonNode items = owner.get(comments).expect(200).path("items");
        while (items.size() < 2 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            items = owner.get(comments).expect(200).path("items");
        }
        return items.path(0);
    }

    private static String in(UUID workspace, String path) {
        return "/api/workspaces/" + workspace + path;
    }

    static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asText());
    }
}
