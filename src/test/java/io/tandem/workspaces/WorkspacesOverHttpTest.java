package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada owns the workspace, Grace is a member, Eve a stranger. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspacesOverHttpTest {

    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person eve;
    private UUID id;
    private String path;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("public.url", "https://tandem.example.org/", "limits.workspaces_per_user", "0"));
        ada = server.register("Ada");
        grace = server.register("Grace");
        eve = server.register("Eve");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        id = ada.createWorkspace("Engine");
        path = "/api/workspaces/" + id;
        ada.invites(grace, id, "member");
    }

    @Test
    void a_creation_repeated_makes_one_workspace() {
        Map<String, String> body = Map.of("name", "Once");
        Answer first = ada.send("POST", "/api/workspaces", body, "Idempotency-Key", "once");
        Answer second = ada.send("POST", "/api/workspaces", body, "Idempotency-Key", "once");
        assertThat(second.expect(201)).isEqualTo(first.expect(201));
        assertThat(ada.send("POST", "/api/workspaces", Map.of("name", "Other"), "Idempotency-Key", "once")
                        .refused(422))
                .isEqualTo("operation_reused");
    }

    @Test
    void a_workspace_is_read_renamed_and_deleted() {
        JsonNode renamed = ada.put(path, Map.of("name", "Analytical engine", "settings", Map.of("theme", "brass")))
                .expect(200);
        assertThat(renamed.path("settings").path("theme").asText()).isEqualTo("brass");
        assertThat(renamed.path("member_count").asInt()).isEqualTo(2);
        assertThat(ada.get(path).expect(200)).isEqualTo(renamed);
        assertThat(grace.get(path).expect(200).path("role").asText()).isEqualTo("member");
        assertThat(grace.put(path, Map.of("name", "Mine")).refused(403)).isEqualTo("forbidden");
        assertThat(grace.delete(path).refused(403)).isEqualTo("forbidden");
        ada.delete(path).expect(204);
        assertThat(ada.get(path).refused(404)).isEqualTo("not_found");
    }

    @Test
    void a_stranger_finds_nothing() {
        Map<String, Object> name = Map.of("name", "x");
        UUID any = UUID.randomUUID();
        assertThat(Stream.of(
                        eve.get(path),
                        eve.put(path, name),
                        eve.delete(path),
                        eve.post(path + "/transfer", Map.of("user_id", eve.id())),
                        eve.send("POST", path + "/leave", null),
                        eve.get(path + "/members"),
                        eve.patch(path + "/members/" + grace.id(), Map.of("role", "viewer")),
                        eve.delete(path + "/members/" + grace.id()),
                        eve.get(path + "/invites"),
                        eve.post(path + "/invites", Map.of()),
                        eve.delete(path + "/invites/" + any),
                        eve.post(path + "/columns", name),
                        eve.patch(path + "/columns/" + any, name),
                        eve.post(path + "/columns/" + any + "/move", Map.of("after_id", any)),
                        eve.delete(path + "/columns/" + any),
                        eve.get(path + "/snapshot"),
                        eve.get("/api/workspaces/" + any)))
                .allSatisfy(answer -> assertThat(answer.refused(404)).isEqualTo("not_found"));
    }

    @Test
    void lists_come_in_pages() {
        JsonNode first = ada.get(path + "/members?limit=1").expect(200);
        assertThat(first.path("items").get(0).path("email").asText()).isEqualTo(ada.email());
        JsonNode second = ada.get(path + "/members?limit=1&cursor="
                        + first.path("next_cursor").asText())
                .expect(200);
        assertThat(second.path("items").get(0).path("user_id").asText())
                .isEqualTo(grace.id().toString());
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(ada.get(path + "/members?cursor=abc").refused(422)).isEqualTo("validation_failed");
        assertThat(StreamSupport.stream(
                                ada.get("/api/workspaces?limit=200")
                                        .expect(200)
                                        .path("items")
                                        .spliterator(),
                                false)
                        .map(workspace -> workspace.path("id").asText()))
                .contains(id.toString());
    }

    @Test
    void a_link_leads_to_the_public_address_and_lets_somebody_in() {
        JsonNode invite = ada.post(path + "/invites", Map.of("role", "viewer", "max_uses", 1))
                .expect(201);
        String token = invite.path("invite_token").asText();
        assertThat(invite.path("url").asText()).isEqualTo("https://tandem.example.org/join/" + token);
        assertThat(server.stranger().get("/api/invites/" + token).expect(200).toString())
                .isEqualTo("{\"workspace_name\":\"Engine\"}");
        JsonNode joined =
                eve.post("/api/workspaces/join", Map.of("invite_token", token)).expect(200);
        assertThat(joined.path("role").asText()).isEqualTo("viewer");
        assertThat(server.stranger().get("/api/invites/" + token).refused(410)).isEqualTo("invite_used_up");
        assertThat(ada.get(path + "/invites").expect(200).path("items").toString())
                .doesNotContain(token, "\"url\"");
        eve.send("POST", path + "/leave", null).expect(204);
    }

    @Test
    void the_owner_transfers_and_may_go() {
        assertThat(ada.send("POST", path + "/leave", null).refused(409)).isEqualTo("last_owner");
        JsonNode transferred =
                ada.post(path + "/transfer", Map.of("user_id", grace.id())).expect(200);
        assertThat(transferred.path("role").asText()).isEqualTo("admin");
        assertThat(ada.patch(path + "/members/" + grace.id(), Map.of("role", "member"))
                        .refused(403))
                .isEqualTo("forbidden");
        ada.send("POST", path + "/leave", null).expect(204);
        assertThat(ada.get(path).refused(404)).isEqualTo("not_found");
    }

    @Test
    void members_get_roles_and_are_removed() {
        JsonNode member = ada.patch(path + "/members/" + grace.id(), Map.of("role", "admin"))
                .expect(200);
        assertThat(member.path("role").asText()).isEqualTo("admin");
        ada.delete(path + "/members/" + grace.id()).expect(204);
        assertThat(ada.delete(path + "/members/" + grace.id()).refused(404)).isEqualTo("not_found");
    }

    @Test
    void columns_are_added_changed_moved_and_removed() {
        JsonNode column = ada.post(path + "/columns", Map.of("name", "Review")).expect(201);
        String own = path + "/columns/" + column.path("id").asText();
        String first = ada.snapshot(id).path("columns").get(0).path("id").asText();
        assertThat(ada.patch(own, Map.of("name", "Check", "done", true))
                        .expect(200)
                        .path("done")
                        .asBoolean())
                .isTrue();
        ada.post(own + "/move", Map.of("before_id", first)).expect(200);
        assertThat(ada.snapshot(id).path("columns").get(0).path("name").asText())
                .isEqualTo("Check");
        ada.delete(own + "?move_to=" + first).expect(204);
        assertThat(ada.snapshot(id).path("columns")).hasSize(3);
    }
}
