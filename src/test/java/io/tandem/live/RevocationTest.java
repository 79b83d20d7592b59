package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Peer;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.Tokens;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A right that is taken away on one instance ends on every other. Ada owns the workspace and works here; Grace and Alan
 * are elsewhere, over WebSocket and SockJS: on an instance that only polls, and on one that is only told over Redis.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {

    private static final String SECRET = "a secret that all instances share";
    private static final String NEVER = "60000";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int UNAUTHORIZED = 4401;

    private TestRedis redis;
    private TandemServer here;
    private TandemServer polling;
    private TandemServer told;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        redis = TestRedis.start();
        here = TandemServer.start(database, overRedis("here"));
        told = TandemServer.start(database, overRedis("told"));
        polling = TandemServer.start(database, Map.of("auth.jwt_secret", SECRET, "journal.poll_ms", "50"));
        until(() ->
                TandemServer.await(told.instance().bus().ask(Peer.ALL, true)).size() == 2);
    }

    private Map<String, String> overRedis(String node) {
        return Map.of(
                "auth.jwt_secret", SECRET,
                "node.id", node,
                "redis.uri", redis.uri(),
                "journal.poll_ms", NEVER,
                "journal.poll_healthy_ms", NEVER);
    }

    private static void until(BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) assertThat(Instant.now()).isBefore(end);
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
        polling.close();
        told.close();
        here.close();
        redis.close();
    }

    /** One socket of each transport on each of the other instances. */
    private List<LiveClient> sockets(Person who) {
        return Stream.of(polling, told).map(who::at).flatMap(this::bothSockets).toList();
    }

    private Stream<LiveClient> bothSockets(Person who) {
        return Stream.of(who.opens(workspace), sockJs(who));
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
        List<LiveClient> sockets = sockets(grace);
        LiveClient colleague = alan.at(told).opens(workspace);
        removes(grace);
        ada.createTask(workspace, "Secret");
        sockets.forEach(this::hearsNothingMore);
        assertThat(isSecret(colleague.until("task.created"))).isTrue();
    }

    @Test
    void who_is_removed_amid_many_changes_hears_none_that_came_after() {
        List<LiveClient> sockets = sockets(grace);
        LiveClient author = alan.opens(workspace);
        for (int i = 0; i < 200; i++) {
            author.command("task.create", "busy-" + i, workspace, Map.of("title", "Task " + i));
            if (i == 100) author.until(message -> message.path("id").asText().equals("busy-50"));
            if (i == 100) removes(grace);
        }
        long removed = author.until("member.removed").path("seq").asLong();
        author.until(message -> message.path("id").asText().equals("busy-199"));
        for (LiveClient socket : sockets) {
            List<JsonNode> heard = heardUntil(socket, "unsubscribed");
            heard.addAll(socket.settle());
            assertThat(heard)
                    .filteredOn(message -> !message.path("workspace_id").isNull())
                    .isNotEmpty()
                    .allMatch(message -> message.path("seq").asLong() < removed);
        }
    }

    @Test
    void who_leaves_hears_nothing_more_on_another_instance() {
        List<LiveClient> sockets = sockets(grace);
        grace.send("POST", "/api/workspaces/" + workspace + "/leave", null).expect(204);
        ada.createTask(workspace, "Secret");
        sockets.forEach(this::hearsNothingMore);
    }

    @Test
    void a_deleted_workspace_ends_its_subscriptions_on_another_instance() {
        List<LiveClient> sockets = sockets(grace);
        ada.delete("/api/workspaces/" + workspace).expect(204);
        sockets.forEach(this::hearsNothingMore);
    }

    @Test
    void who_only_views_from_now_on_may_change_nothing_on_another_instance_and_goes_on_hearing() {
        List<LiveClient> sockets = sockets(grace);
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
        remembers(phone.at(told));
        List<LiveClient> ofPhone = sockets(phone);
        List<LiveClient> ofLaptop = sockets(grace);
        phone.post("/api/auth/logout", Map.of()).expect(204);
        ofPhone.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        ofLaptop.forEach(LiveClient::settle);
        assertThat(phone.at(told).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void signing_out_everywhere_closes_every_socket_on_another_instance() {
        List<LiveClient> sockets = new ArrayList<>(sockets(grace));
        sockets.addAll(sockets(grace.elsewhere()));
        grace.post("/api/auth/logout", Map.of("everywhere", true)).expect(204);
        sockets.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
    }

    @Test
    void a_new_password_closes_the_sockets_of_other_devices_on_another_instance() {
        List<LiveClient> ofPhone = sockets(grace.elsewhere());
        List<LiveClient> ofLaptop = sockets(grace);
        grace.patch("/api/me", Map.of("password", "another password", "current_password", "correct horse"))
                .expect(200);
        ofPhone.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        ofLaptop.forEach(LiveClient::settle);
    }

    @Test
    void a_token_that_runs_out_closes_the_socket_on_whichever_instance() {
        Person hurried = Tokens.shortLived(grace, SECRET, Instant.now().plusSeconds(3));
        List<LiveClient> sockets = new ArrayList<>(sockets(hurried));
        sockets.addAll(bothSockets(hurried).toList());
        sockets.forEach(socket -> assertThat(socket.closeCode()).isEqualTo(UNAUTHORIZED));
        assertThat(hurried.at(told).get("/api/me").status()).isEqualTo(401);
    }

    /** Each event loop of the instance has a memory of its own, and they answer in turn. */
    private static void remembers(Person who) {
        int loops = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < 2 * loops; i++) who.get("/api/me").expect(200);
    }
}
