package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who looks at which task, and who types in it. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypingTest {

    private TestDatabase database;
    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;
    private String task;
    private LiveClient adas;
    private LiveClient graces;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own, Map.of("presence.grace_ms", "0"));
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "viewer");
        task = ada.createTask(workspace, "Paint the fence").path("id").asText();
        adas = ada.opens(workspace);
        graces = grace.opens(workspace);
        hears(adas, "presence.user_joined", grace);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private LiveClient views(LiveClient socket, @Nullable String task) {
        Map<String, Object> data = new HashMap<>();
        data.put("task_id", task);
        return socket.say(Map.of("type", "viewing", "id", "v", "workspace_id", workspace, "data", data));
    }

    private LiveClient types(LiveClient socket, String task, boolean active) {
        return socket.say(Map.of(
                "type",
                "typing",
                "id",
                "t",
                "workspace_id",
                workspace,
                "data",
                Map.of("task_id", task, "field", "description", "active", active)));
    }

    private static JsonNode hears(LiveClient socket, String type, Person who) {
        return socket.aside(message -> message.path("type").asText().equals(type)
                        && message.path("data")
                                .path("user_id")
                                .asText()
                                .equals(who.id().toString()))
                .path("data");
    }

    private static void isRefused(LiveClient socket, String code) {
        assertThat(socket.until("error").path("code").asText()).isEqualTo(code);
    }

    @Test
    void who_opens_a_task_is_seen_on_it_until_they_close_it() {
        views(graces, task);
        assertThat(hears(adas, "viewing", grace).path("viewing").get(0).asText())
                .isEqualTo(task);
        views(graces, null);
        assertThat(hears(adas, "viewing", grace).path("viewing").isEmpty()).isTrue();
        assertThat(graces.settle()).isEmpty();
    }

    @Test
    void who_types_is_seen_by_those_who_look_at_the_task_and_by_nobody_else() {
        LiveClient elsewhere = alan.opens(workspace);
        views(adas, task).settle();
        views(graces, task);
        hears(adas, "viewing", grace);
        types(graces, task, true);
        JsonNode typing = hears(adas, "typing", grace);
        assertThat(typing.path("name").asText()).isEqualTo("Grace");
        assertThat(typing.path("task_id").asText()).isEqualTo(task);
        assertThat(typing.path("field").asText()).isEqualTo("description");
        assertThat(typing.path("active").asBoolean()).isTrue();
        assertThat(typing.path("expires_in_ms").asInt()).isEqualTo(6_000);
        types(graces, task, false);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isFalse();
        assertHeardNoTyping(elsewhere);
        assertHeardNoTyping(graces);
    }

    private static void assertHeardNoTyping(LiveClient socket) {
        assertThat(socket.everything().settle())
                .noneMatch(message -> message.path("type").asText().equals("typing"));
    }

    @Test
    void what_is_said_again_and_again_is_told_once_in_a_while() {
        views(adas, task).settle();
        views(graces, task).settle();
        for (int i = 0; i < 20; i++) types(graces, task, true);
        types(graces, task, false);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isTrue();
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isFalse();
    }

    @Test
    void who_says_nothing_more_has_stopped() {
        views(adas, task).settle();
        views(graces, task);
        types(graces, task, true);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isTrue();
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isFalse();
    }

    @Test
    void who_looks_elsewhere_or_goes_has_stopped_typing() {
        views(adas, task).settle();
        views(graces, task);
        types(graces, task, true);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isTrue();
        views(graces, null);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isFalse();
        views(graces, task);
        types(graces, task, true);
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isTrue();
        graces.cut();
        assertThat(hears(adas, "typing", grace).path("active").asBoolean()).isFalse();
    }

    @Test
    void who_only_views_is_seen_and_does_not_type() {
        LiveClient alans = views(alan.opens(workspace), task);
        assertThat(adas.aside(message -> message.path("data").toString().contains(task)))
                .isNotNull();
        types(alans, task, true);
        isRefused(alans, "forbidden");
        ada.patch("/api/workspaces/" + workspace + "/members/" + alan.id(), Map.of("role", "member"))
                .expect(200);
        alans.until("member.updated");
        assertThat(types(alans, task, true).settle())
                .filteredOn(message -> message.path("type").asText().equals("error"))
                .isEmpty();
    }

    @Test
    void nobody_types_in_a_task_they_do_not_look_at() {
        types(graces, task, true);
        isRefused(graces, "not_found");
        String other = ada.createTask(workspace, "Another").path("id").asText();
        views(graces, task).settle();
        types(graces, other, true);
        isRefused(graces, "not_found");
    }

    @Test
    void a_task_of_elsewhere_cannot_be_looked_at() {
        UUID elsewhere = ada.createWorkspace("Elsewhere");
        String foreign = ada.createTask(elsewhere, "Secret").path("id").asText();
        String personal = ada.post("/api/tasks", Map.of("title", "Own"))
                .expect(201)
                .path("id")
                .asText();
        for (String wrong : new String[] {foreign, personal, UUID.randomUUID().toString()}) {
            views(adas, wrong);
            isRefused(adas, "not_found");
            types(adas, wrong, true);
            isRefused(adas, "not_found");
        }
    }

    @Test
    void too_many_signals_are_passed_over_and_the_socket_stays() {
        try (TandemServer strict = TandemServer.start(database, Map.of("limits.signals_per_minute", "3"))) {
            LiveClient socket = ada.at(strict).opens(workspace);
            for (int i = 0; i < 20; i++) types(socket, task, true);
            for (int i = 0; i < 3; i++) isRefused(socket, "not_found");
            assertThat(socket.settle()).isEmpty();
        }
    }
}
