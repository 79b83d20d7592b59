package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's notifications, as the list shows them; of one workspace, or all. */
record Inbox(Person person, @Nullable UUID workspace) {

    static Inbox of(Person person) {
        return new Inbox(person, null);
    }

    private JsonNode page(String query) {
        String of = workspace == null ? "" : "&workspace_id=" + workspace;
        return person.get("/api/notifications?limit=200" + of + query).expect(200);
    }

    /** All, unread first, then newest first. */
    List<JsonNode> all(String query) {
        List<JsonNode> all = new ArrayList<>();
        page(query).path("items").forEach(all::add);
        return all;
    }

    List<JsonNode> all() {
        return all("");
    }

    /** What they are about, the newest first. */
    List<String> kinds() {
        return kinds("");
    }

    List<String> kinds(String query) {
        return all(query).stream().map(item -> item.path("kind").asText()).toList();
    }

    /** Of all workspaces, always. */
    int unread() {
        return page("").path("unread").asInt();
    }

    JsonNode only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    int readAll() {
        return person.post("/api/notifications/read-all", "{}")
                .expect(200)
                .path("unread")
                .asInt();
    }

    int read(JsonNode notification) {
        return person.post("/api/notifications/" + notification.path("id").asText() + "/read", "{}")
                .expect(200)
                .path("unread")
                .asInt();
    }

    JsonNode prefers(String preferences) {
        return person.put("/api/notifications/preferences", preferences).expect(200);
    }
}
