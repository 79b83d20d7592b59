package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.StalledClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.Tokens;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A right that is taken away on one instance ends on every other. Ada owns the workspace and works here; Grace and Alan
 * are there, each over WebSocket and SockJS. A third instance hears late of what the others do: by the poll, which it
 * hardly ever makes.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {

    private static final String SECRET = "a secret that all instances share";
    private static final int UNAUTHORIZED = 4401;

    private TandemServer here;
    private TandemServer there;
    private TandemServer late;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        here = TandemServer.start(database, Map.of("auth.jwt_secret", SECRET));
        there = TandemServer.start(database, Map.of("auth.jwt_secret", SECRET, "journal.poll_ms", "50"));
        late = TandemServer.start(
                database,
                Map.of(
                        "auth.jwt_secret", SECRET,
                        "journal.poll_ms", "60000",
                        "limits.ring_events", "1",
                        "limits.read_batch", "10"));
    }

    @BeforeEach
    void share() {
        ada = here.register("Ada");
        grace = here.register("Grace");
        alan = here.register("Alan");
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "member");
    }

    @AfterAll
    void stop() {
        late.close();
        there.close();
        here.close();
    }

    /** One socket of each transport. */
    private List<LiveClient> sockets(Person who) {
        return List.of(who.opens(workspace), sockJs(who));
    }

    private LiveClient sockJs(Person who) {
        LiveClient socket = who.connects("/live/websocket");
        socket.say(Map.of("type", "auth", "token", who.token())).next("welcome");
        socket.nextSubscribed(null);
        socket.say(Map.of("type", "subscribe", "id", "1", "workspace_id", workspace))
                .until("subscribed");
        return socket;
    }

    private static List<JsonNode> heardUntil(LiveClient socket, String type) {
        List<JsonNode> heard = new ArrayList<>();
        for (JsonNode message = socket.next(); !message.path("type").asText().equals(type); message = socket.next())
            heard.add(message);
        return heard;
    }

    private void hearsNothingMore(LiveClient socket) {
        List<JsonNode> heard = heardUntil(socket, "unsubscribed");
        heard.addAll(socket.settle());
        assertThat(heard).noneMatch(RevocationTest::isSecret);
        assertThat(socket.say(Map.of("type", "subscribe", "id", "2", "workspace_id", workspace))
                        .until("error")
                        .path("code")
                        .asText())
                .isEqualTo("not_found");
    }

    private static boolean isSecret(JsonNode message) {
        return message.path("data").path("title").asText().equals("Secret");
    }

    private void removes(Person gone) {
        ada.delete("/api/workspaces/" + workspace + "/members/" + gone.id()).expect(204);
    }

    @Test
    void who_is_removed_hears_nothing_more_on_another_instance() {
        List<LiveClient> sockets = sockets(grace.at(there));
        LiveClient colleague = alan.at(there).opens(workspace);
        removes(grace);
        ada.createTask(workspace, "Secret");
        sockets.forEach(this::hearsNothingMore);
        assertThat(isSecret(colleague.until("task.created"))).isTrue();
    }

    @Test
    void who_leaves_hears_nothing_more_on_another_instance() {
        List<LiveClient> sockets = sockets(grace.at(there));
        grace.send("POST", "/api/workspaces/" + workspace + "/leave", null).expect(204);
        ada.createTask(workspace, "Secret");
        sockets.forEach(this::hearsNothingMore);
    }

    @Test
    void a_deleted_workspace_ends_its_subscriptions_on_another_instance() {
        List<LiveClient> sockets = sockets(grace.at(there));
        ada.delete("/api/workspaces/" + workspace).expect(204);
        sockets.forEach(this::hearsNothingMore);
    }

    @Test
    void who_only_views_from_now_on_may_change_nothing_on_another_instance_and_goes_on_hearing() {
        List<LiveClient> sockets = sockets(grace.at(there));
        ada.patch("/api/workspaces/" + workspace + "/members/" + grace.id(), Map.of("role", "viewer"))
                .expect(200);
        for (LiveClient socket : sockets) {
            socket.command("task.create", UUID.randomUUID().toString(), workspace, Map.of("title", "No"));
            assertThat(socket.until("error").path("code").asText()).isEqualTo("forbidden");
        }
        ada.createTask(workspace, "Seen");
        sockets.forEach(socket -> socket.until("task.created"));
    }

    @Test
    void signing_out_closes_the_sockets_of_that_session_on_another_instance() {
        Person phone = grace.elsewhere();
        List<LiveClient> ofPhone = sockets(phone.at(there));
        List<LiveClient> ofLaptop = sockets(grace.at(there));
        phone.post("/api/auth/logout", Map.of()).expect(204);
        ofPhone.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        ofLaptop.forEach(LiveClient::settle);
    }

    @Test
    void signing_out_everywhere_closes_every_socket_on_another_instance() {
        List<LiveClient> sockets = new ArrayList<>(sockets(grace.at(there)));
        sockets.addAll(sockets(grace.elsewhere().at(there)));
        grace.post("/api/auth/logout", Map.of("everywhere", true)).expect(204);
        sockets.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
    }

    @Test
    void a_new_password_closes_the_sockets_of_other_devices_on_another_instance() {
        List<LiveClient> ofPhone = sockets(grace.elsewhere().at(there));
        List<LiveClient> ofLaptop = sockets(grace.at(there));
        grace.patch("/api/me", Map.of("password", "another password", "current_password", "correct horse"))
                .expect(200);
        ofPhone.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        ofLaptop.forEach(LiveClient::settle);
    }

    @Test
    void a_token_that_runs_out_closes_the_socket_on_whichever_instance() {
        Person hurried = Tokens.shortLived(grace, SECRET, Instant.now().plusSeconds(3));
        List<LiveClient> sockets = new ArrayList<>(sockets(hurried.at(there)));
        sockets.addAll(sockets(hurried));
        sockets.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        assertThat(hurried.at(there).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void who_is_removed_and_back_before_another_instance_hears_of_it_keeps_the_new_subscription() {
        alan.at(late).opens(workspace);
        removes(grace);
        ada.invites(grace, workspace, "viewer");
        LiveClient back = grace.at(late).opens(workspace);
        ada.at(late).createTask(workspace, "Welcome back");
        List<JsonNode> heard = heardUntil(back, "task.created");
        assertThat(heard)
                .extracting(message -> message.path("type").asText())
                .contains("member.removed", "member.joined")
                .doesNotContain("unsubscribed");
        assertThat(back.settle())
                .extracting(message -> message.path("type").asText())
                .doesNotContain("unsubscribed");
    }

    @Test
    void who_is_far_behind_hears_nothing_that_came_after_the_removal() {
        String text = "x".repeat(45_000);
        Person adaThere = ada.at(late);
        try (StalledClient stalled = StalledClient.open(late.url(""), workspace, grace.token())) {
            for (int i = 0; i < 120; i++) {
                adaThere.post("/api/tasks", Map.of("workspace_id", workspace, "title", "Big", "description", text))
                        .expect(201);
            }
            removes(grace);
            ada.createTask(workspace, "Secret");
            for (int tasks = 0; tasks < 120; ) {
                if (stalled.read().path("type").asText().equals("task.created")) tasks++;
            }
            adaThere.createTask(workspace, "Secret");
            for (JsonNode message = stalled.read();
                    !message.path("type").asText().equals("unsubscribed");
                    message = stalled.read()) {
                assertThat(isSecret(message)).as(message.toString()).isFalse();
            }
        }
    }

    /** Each event loop of the instance has a memory of its own, and they answer in turn. */
    private static void remembers(Person who) {
        int loops = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < 2 * loops; i++) who.get("/api/me").expect(200);
    }

    @Test
    void a_session_that_ended_elsewhere_opens_no_socket_even_where_it_is_remembered() {
        remembers(grace.at(late));
        grace.post("/api/auth/logout", Map.of()).expect(204);
        assertThat(grace.at(late).connects("/ws?token=" + grace.token()).closeCode())
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void a_session_that_ended_elsewhere_is_soon_forgotten_while_the_others_are_not_heard(TestDatabase database) {
        Map<String, String> deaf = Map.of("auth.jwt_secret", SECRET, "redis.uri", "redis://127.0.0.1:1");
        try (TandemServer unheard = TandemServer.start(database, deaf)) {
            Person graceThere = grace.at(unheard);
            remembers(graceThere);
            grace.post("/api/auth/logout", Map.of()).expect(204);
            Instant end = Instant.now().plus(Duration.ofSeconds(2));
            while (graceThere.get("/api/me").status() == 200)
                assertThat(Instant.now()).isBefore(end);
        }
    }
}
