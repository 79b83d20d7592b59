package io.tandem.notifications;

import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ada, who owns a workspace, and Grace, a member, who is told of what Ada does there. */
record Pair(Person ada, Person grace, UUID workspace) {

    static Pair meet(TandemServer server) {
        return new Pair(server.register("Ada"), server.register("Grace"), new UUID(0, 0)).elsewhere();
    }

    /** The same two in a workspace where nothing has happened yet. */
    Pair elsewhere() {
        UUID fresh = ada.createWorkspace("Shared");
        ada.invites(grace, fresh, "member");
        return new Pair(ada, grace, fresh);
    }

    /** The path of a task of Ada's. */
    String task(@Nullable Person assignee) {
        Map<String, Object> task = new HashMap<>(Map.of("workspace_id", workspace, "title", "Paint the fence"));
        task.put("assigned_to", assignee == null ? null : assignee.id());
        return "/api/tasks/"
                + ada.post("/api/tasks", task).expect(201).path("id").asText();
    }

    static void say(Person who, String task, String text, Person... mentioned) {
        List<UUID> mentions = List.of(mentioned).stream().map(Person::id).toList();
        who.post(task + "/comments", Map.of("text", text, "mentions", mentions)).expect(201);
    }

    /** What Grace heard of here, the newest first. */
    Inbox graces() {
        return new Inbox(grace, workspace);
    }
}
