package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import java.util.ArrayList;
import java.util.List;

/** Somebody's notifications, as the list shows them. */
record Inbox(Person person) {

    static Inbox of(Person person) {
        return new Inbox(person);
    }

    private JsonNode page(String query) {
        return person.get("/api/notifications?limit=200" + query).expect(200);
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
        return all().stream().map(item -> item.path("kind").asText()).toList();
    }

    int unread() {
        return page("").path("unread").asInt();
    }

    JsonNode only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    void readAll() {
        person.post("/api/notifications/read-all", "{}").expect(200);
    }

    void prefers(String preferences) {
        person.put("/api/notifications/preferences", preferences).expect(200);
    }
}
