package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Event;
import io.tandem.journal.Feed;
import io.tandem.journal.Log;
import io.tandem.platform.Json;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.StalledClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Rights on an instance that hears late of what another does: by the poll, which it hardly ever makes. Ada owns the
 * workspace, Grace and Alan are members.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateRevocationTest {

    private static final int RESTART = 1012;
    private static final int UNAUTHORIZED = 4401;
    private static final int UNKNOWN = 4404;
    private static final int BIG_TASKS = 120;

    private TandemServer here;
    private TandemServer late;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        here = TandemServer.start(database);
        late = TandemServer.start(
                database,
                Map.of(
                        "journal.poll_ms", "60000",
                        "limits.ring_events", "1",
                        "limits.read_batch", "10",
                        "limits.connections_per_user", "0"));
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
        here.close();
    }

    private void removes(Person gone) {
        ada.delete("/api/workspaces/" + workspace + "/members/" + gone.id()).expect(204);
    }

    private static boolean isSecret(JsonNode message) {
        return message.path("data").path("title").asText().equals("Secret");
    }

    @Test
    void who_is_removed_and_back_before_another_instance_hears_of_it_keeps_the_new_subscription() {
        alan.at(late).opens(workspace);
        removes(grace);
        ada.invites(grace, workspace, "viewer");
        LiveClient back = grace.at(late).opens(workspace);
        ada.at(late).createTask(workspace, "Welcome back");
        List<JsonNode> heard = new ArrayList<>();
        for (JsonNode message = back.next();
                !message.path("type").asText().equals("task.created");
                message = back.next()) heard.add(message);
        assertThat(heard)
                .extracting(message -> message.path("type").asText())
                .contains("member.removed", "member.joined")
                .doesNotContain("unsubscribed");
        assertThat(back.settle())
                .extracting(message -> message.path("type").asText())
                .doesNotContain("unsubscribed");
    }

    @Test
    void who_was_removed_is_refused_amid_a_crowd_that_comes_at_once() {
        alan.at(late).opens(workspace);
        removes(grace);
        List<LiveClient> crowd = IntStream.range(0, 15)
                .mapToObj(i -> i % 3 == 0 ? grace : i % 3 == 1 ? alan : ada)
                .map(who -> who.at(late).connects("/ws/workspace/" + workspace + "?token=" + who.token()))
                .toList();
        for (int i = 0; i < crowd.size(); i++) {
            if (i % 3 == 0) assertThat(crowd.get(i).closeCode()).isEqualTo(UNKNOWN);
            else
                crowd.get(i)
                        .until(message -> message.path("workspace_id").asText().equals(workspace.toString()));
        }
    }

    @Test
    void who_is_far_behind_hears_nothing_that_came_after_the_removal() {
        String text = "x".repeat(45_000);
        Person adaThere = ada.at(late);
        try (StalledClient stalled = StalledClient.open(late.url(""), workspace, grace.token())) {
            for (int i = 0; i < BIG_TASKS; i++) {
                adaThere.post("/api/tasks", Map.of("workspace_id", workspace, "title", "Big", "description", text))
                        .expect(201);
            }
            removes(grace);
            ada.createTask(workspace, "Secret");
            for (int tasks = 0; tasks < BIG_TASKS; ) {
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

    @Test
    void who_cannot_be_asked_about_hears_nothing_and_is_sent_away_to_ask_again(TestDatabase database) {
        try (TandemServer hasty = TandemServer.start(database, Map.of("limits.request_seconds", "1"));
                DatabaseSession other = new DatabaseSession(database)) {
            LiveClient socket = grace.at(hasty).opens(workspace);
            JsonNode head = grace.snapshot(workspace);
            other.run("BEGIN");
            other.run("LOCK TABLE workspaces_member IN ACCESS EXCLUSIVE MODE");
            hasty.instance().bus().tell(Feed.EVENTS, removalAfter(head));
            assertThat(socket.closeCode()).isEqualTo(RESTART);
            assertThatThrownBy(socket::next).isInstanceOf(LiveClient.Ended.class);
            other.run("ROLLBACK");
        }
    }

    private Event removalAfter(JsonNode head) {
        Instant now = Instant.now();
        return new Event(
                Log.ofWorkspace(workspace),
                UUID.fromString(head.path("epoch").asText()),
                head.path("seq").asLong() + 1,
                "member.removed",
                now,
                now,
                ada.id(),
                "Ada",
                null,
                Json.encode(Map.of("user_id", grace.id())),
                null);
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
        Map<String, String> deaf = Map.of("redis.uri", "redis://127.0.0.1:1");
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
