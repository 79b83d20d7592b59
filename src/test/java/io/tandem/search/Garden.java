package io.tandem.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A workspace of Ada's, in which Alan only views and Mallory is not. */
final class Garden implements AutoCloseable {

    final TandemServer server;
    final Person ada;
    final Person alan;
    final Person mallory;
    UUID workspace;

    Garden(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        alan = server.register("Alan");
        mallory = server.register("Mallory");
        plant();
    }

    /** A workspace in which nothing is yet; the one before goes. */
    void plant() {
        if (workspace != null) ada.delete("/api/workspaces/" + workspace);
        workspace = ada.createWorkspace("Garden");
        ada.invites(alan, workspace, "viewer");
    }

    UUID creates(String title, String description) {
        Map<String, Object> task = Map.of("workspace_id", workspace, "title", title, "description", description);
        return id(ada.post("/api/tasks", task).expect(201));
    }

    UUID says(UUID task, String text) {
        return id(ada.post("/api/tasks/" + task + "/comments", Map.of("text", text))
                .expect(201));
    }

    static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asText());
    }

    static String asking(String q, String... more) {
        return "/api/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + String.join("", more);
    }

    static JsonNode search(Person who, String q, String... more) {
        return who.get(asking(q, more)).expect(200);
    }

    /** The titles of what somebody finds, in its order. */
    static List<String> finds(Person who, String q, String... more) {
        return titles(search(who, q, more));
    }

    static List<String> titles(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.at("/task/title").asText())
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
