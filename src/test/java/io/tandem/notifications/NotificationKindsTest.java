package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who hears of what, and that nobody else does. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationKindsTest {

    private TandemServer server;
    private Calm calm;
    private Person ada;
    private Person grace;
    private Person alan;
    private Person linus;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        calm = new Calm(database);
    }

    @AfterAll
    void stop() {
        calm.close();
        server.close();
    }

    /** Ada owns, Grace and Linus are members, Alan only views. Nobody has anything unread or read. */
    @BeforeEach
    void meet() {
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
        linus = server.register("Linus");
        workspace = ada.createWorkspace("Shared");
        prefersNothing(ada);
        ada.invites(grace, workspace, "member");
        ada.invites(linus, workspace, "member");
        ada.invites(alan, workspace, "viewer");
        calm.await();
        Inbox.of(ada).prefers("{}");
    }

    private static void prefersNothing(Person person) {
        Inbox.of(person).prefers("{\"kinds\":{\"joined\":{\"in_app\":false,\"email\":false}}}");
    }

    private Map<String, Person> people() {
        return Map.of("Ada", ada, "Grace", grace, "Alan", alan, "Linus", linus);
    }

    /** Each person's kinds, but for those who heard of nothing. */
    private Map<String, List<String>> heard() {
        calm.await();
        Map<String, List<String>> heard = new HashMap<>();
        people().forEach((name, person) -> {
            List<String> kinds = Inbox.of(person).kinds();
            if (!kinds.isEmpty()) heard.put(name, kinds);
            assertThat(Inbox.of(person).unread()).isEqualTo(kinds.size());
        });
        return heard;
    }

    private String task(Person by, @Nullable Person assignee) {
        Map<String, Object> task = new HashMap<>(Map.of("workspace_id", workspace, "title", "Paint the fence"));
        task.put("assigned_to", assignee == null ? null : assignee.id());
        return "/api/tasks/"
                + by.post("/api/tasks", task).expect(201).path("id").asText();
    }

    private static void assign(Person by, String task, @Nullable Person to) {
        Map<String, Object> body = new HashMap<>();
        body.put("assigned_to", to == null ? null : to.id());
        by.patch(task + "/assign", body).expect(200);
    }

    private static JsonNode say(Person who, String task, String text, Person... mentioned) {
        List<UUID> mentions = List.of(mentioned).stream().map(Person::id).toList();
        return who.post(task + "/comments", Map.of("text", text, "mentions", mentions))
                .expect(201);
    }

    @Test
    void who_gets_a_task_hears_of_it() {
        String task = task(ada, null);
        assign(ada, task, grace);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("assigned")));
        JsonNode notification = Inbox.of(grace).only();
        assertThat(notification.path("workspace_id").asText()).isEqualTo(workspace.toString());
        assertThat(notification.path("workspace_name").asText()).isEqualTo("Shared");
        assertThat(notification.at("/task/title").asText()).isEqualTo("Paint the fence");
        assertThat(notification.at("/task/number").asInt()).isEqualTo(1);
        assertThat(notification.at("/actor/name").asText()).isEqualTo("Ada");
        assertThat(notification.path("count").asInt()).isEqualTo(1);
        assertThat(notification.path("quiet").asBoolean()).isFalse();
        assertThat(notification.path("read_at").isNull()).isTrue();
    }

    @Test
    void a_task_may_be_given_to_somebody_as_it_is_made_or_changed() {
        task(ada, grace);
        String task = task(ada, null);
        ada.patch(task, Map.of("assigned_to", linus.id())).expect(200);
        ada.patch(task, Map.of("title", "Paint it white")).expect(200);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("assigned"), "Linus", List.of("assigned")));
    }

    @Test
    void who_takes_a_task_or_loses_one_hears_nothing() {
        String task = task(grace, grace);
        assign(ada, task, null);
        assign(linus, task, linus);
        assertThat(heard()).isEmpty();
    }

    @Test
    void who_made_a_task_and_whose_it_is_hear_that_it_is_done() {
        String task = task(ada, grace);
        calm.await();
        Inbox.of(grace).readAll();
        linus.post(task + "/complete", "{}").expect(200);
        assertThat(heardLately()).isEqualTo(Map.of("Ada", List.of("completed"), "Grace", List.of("completed")));
    }

    private Map<String, List<String>> heardLately() {
        calm.await();
        Map<String, List<String>> heard = new HashMap<>();
        people().forEach((name, person) -> {
            List<String> kinds = Inbox.of(person).all("&unread=true").stream()
                    .map(item -> item.path("kind").asText())
                    .toList();
            if (!kinds.isEmpty()) heard.put(name, kinds);
        });
        return heard;
    }

    @Test
    void a_move_into_a_column_that_means_done_is_the_same_as_completing() {
        String task = task(ada, null);
        JsonNode columns = ada.snapshot(workspace).path("columns");
        String done = columns.get(columns.size() - 1).path("id").asText();
        grace.post(task + "/move", Map.of("column_id", done)).expect(200);
        grace.post(task + "/reopen", "{}").expect(200);
        grace.post(task + "/move", Map.of("column_id", columns.get(1).path("id").asText()))
                .expect(200);
        assertThat(heard()).isEqualTo(Map.of("Ada", List.of("completed")));
    }

    @Test
    void a_comment_reaches_who_made_the_task_whose_it_is_and_who_spoke_before() {
        String task = task(ada, grace);
        calm.await();
        Inbox.of(grace).readAll();
        JsonNode comment = say(linus, task, "Which colour?\n\nI would take   green.");
        assertThat(heardLately()).isEqualTo(Map.of("Ada", List.of("commented"), "Grace", List.of("commented")));
        JsonNode notification = Inbox.of(ada).only();
        assertThat(notification.at("/comment/id")).isEqualTo(comment.path("id"));
        assertThat(notification.at("/comment/excerpt").asText()).isEqualTo("Which colour? I would take green.");
        List.of(ada, grace).forEach(person -> Inbox.of(person).readAll());
        say(grace, task, "Green");
        assertThat(heardLately()).isEqualTo(Map.of("Ada", List.of("commented"), "Linus", List.of("commented")));
    }

    @Test
    void who_is_mentioned_hears_of_that_alone_and_only_once() {
        String task = task(ada, null);
        JsonNode comment = say(grace, task, "@Ada, @Alan and @Grace?", ada, alan, grace);
        assertThat(heard()).isEqualTo(Map.of("Ada", List.of("mentioned"), "Alan", List.of("mentioned")));
        List.of(ada, alan).forEach(person -> Inbox.of(person).readAll());
        String path = "/api/comments/" + comment.path("id").asText();
        grace.patch(path, Map.of("text", "@Alan, @Linus?", "mentions", List.of(alan.id(), linus.id())))
                .expect(200);
        grace.patch(path, Map.of("text", "@Linus?", "mentions", List.of(linus.id())))
                .expect(200);
        assertThat(heardLately()).isEqualTo(Map.of("Linus", List.of("mentioned")));
    }

    @Test
    void those_who_run_a_workspace_hear_who_comes_and_goes() {
        ada.patch("/api/workspaces/" + workspace + "/members/" + grace.id(), Map.of("role", "admin"))
                .expect(200);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("role_changed")));
        assertThat(Inbox.of(grace).only().path("role").asText()).isEqualTo("admin");
        Inbox.of(grace).readAll();
        Person barbara = server.register("Barbara");
        ada.invites(barbara, workspace, "member");
        assertThat(heardLately()).isEqualTo(Map.of("Ada", List.of("joined"), "Grace", List.of("joined")));
        assertThat(Inbox.of(ada).only().at("/actor/name").asText()).isEqualTo("Barbara");
        assertThat(Inbox.of(barbara).all()).isEmpty();
        List.of(ada, grace).forEach(person -> Inbox.of(person).readAll());
        barbara.post("/api/workspaces/" + workspace + "/leave", "{}").expect(204);
        assertThat(heardLately()).isEqualTo(Map.of("Ada", List.of("left"), "Grace", List.of("left")));
        assertThat(Inbox.of(barbara).all()).isEmpty();
    }

    @Test
    void who_is_removed_hears_of_that_and_of_nothing_more() {
        String task = task(grace, grace);
        say(grace, task, "Mine");
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("left")));
        assertThat(Inbox.of(grace).only().at("/actor/name").asText()).isEqualTo("Ada");
        assertThat(Inbox.of(grace).only().at("/person/name").asText()).isEqualTo("Grace");
        say(linus, task, "Whose is it now?");
        linus.post(task + "/complete", "{}").expect(200);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("left")));
    }

    @Test
    void a_transfer_tells_the_heir() {
        ada.post("/api/workspaces/" + workspace + "/transfer", Map.of("user_id", grace.id()))
                .expect(200);
        assertThat(heard()).isEqualTo(Map.of("Grace", List.of("role_changed")));
        assertThat(Inbox.of(grace).only().path("role").asText()).isEqualTo("owner");
    }

    @Test
    void who_is_invited_by_their_address_gets_the_link() {
        Person barbara = server.register("Barbara");
        ada.post(
                        "/api/workspaces/" + workspace + "/invites",
                        Map.of("email", barbara.email().toUpperCase(Locale.ROOT), "role", "viewer"))
                .expect(201);
        ada.post("/api/workspaces/" + workspace + "/invites", Map.of("email", "nobody@example.org"))
                .expect(201);
        ada.post("/api/workspaces/" + workspace + "/invites", Map.of()).expect(201);
        assertThat(heard()).isEmpty();
        JsonNode notification = Inbox.of(barbara).only();
        assertThat(notification.path("kind").asText()).isEqualTo("invited");
        assertThat(notification.path("role").asText()).isEqualTo("viewer");
        assertThat(notification.path("workspace_name").asText()).isEqualTo("Shared");
        String token = notification.path("invite_url").asText().replaceFirst("^/join/", "");
        barbara.post("/api/workspaces/join", Map.of("invite_token", token)).expect(200);
        assertThat(heard()).isEqualTo(Map.of("Ada", List.of("joined")));
    }

    @Test
    void nobody_hears_of_their_own_doings_not_even_alone() {
        String task = task(ada, ada);
        say(ada, task, "@Ada, do it", ada);
        ada.post(task + "/complete", "{}").expect(200);
        String own = "/api/tasks/"
                + ada.post("/api/tasks", Map.of("title", "Mine"))
                        .expect(201)
                        .path("id")
                        .asText();
        say(ada, own, "Soon");
        ada.post(own + "/complete", "{}").expect(200);
        assertThat(heard()).isEmpty();
    }
}
