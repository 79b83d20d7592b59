package io.tandem.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.MyReplica;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Of one's own things too an old snapshot and the events since are the same as a fresh snapshot. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySnapshotTest {

    private TandemServer server;
    private Person ada;
    private Person grace;
    private MyReplica replica;
    private final TreeSet<String> seen = new TreeSet<>();

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
        replica = new MyReplica(grace.get("/api/me/snapshot").expect(200));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Applies what has happened and compares. */
    private void holds() {
        JsonNode fresh = grace.get("/api/me/snapshot").expect(200);
        grace.get("/api/me/events?limit=1000&since=" + replica.seq())
                .expect(200)
                .path("events")
                .forEach(event -> {
                    if (event.path("seq").asLong() > fresh.path("seq").asLong()) return;
                    seen.add(event.path("type").asText());
                    replica.apply(event);
                });
        assertThat(replica.comparable()).isEqualTo(new MyReplica(fresh).comparable());
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    @Test
    void news_and_wishes_keep_a_replica_equal() {
        UUID workspace = ada.createWorkspace("Busy");
        ada.invites(grace, workspace, "member");
        LiveClient socket = grace.opens(workspace);
        String task = "/api/tasks/" + id(ada.createTask(workspace, "Paint"));
        Map<String, Object> mention = Map.of("text", "@Grace", "mentions", List.of(grace.id()));
        ada.post(task + "/comments", mention).expect(201);
        JsonNode told = socket.aside("notification.new");
        ada.post(task + "/comments", mention).expect(201);
        socket.aside("notification.updated");
        holds();
        String notification =
                "/api/notifications/" + told.at("/data/notification/id").asText();
        grace.post(notification + "/read", Map.of()).expect(200);
        grace.put("/api/notifications/preferences", Map.of("digest", "daily", "digest_hour", 7))
                .expect(200);
        grace.put("/api/workspaces/" + workspace + "/mute", Map.of()).expect(204);
        grace.put(task + "/mute", Map.of()).expect(204);
        grace.delete(task + "/mute").expect(204);
        grace.put("/api/me/status", Map.of("status", "away")).expect(200);
        holds();
        assertThat(seen)
                .contains(
                        "notification.new",
                        "notification.updated",
                        "notification.read",
                        "notification.preferences_changed",
                        "notification.muted",
                        "notification.unmuted",
                        "user.status_changed");
    }

    @Test
    void what_one_does_keeps_a_replica_equal() {
        UUID workspace = ada.createWorkspace("Shared");
        String home = "/api/workspaces/" + workspace;
        ada.invites(grace, workspace, "member");
        UUID own = grace.createWorkspace("Own");
        holds();
        ada.createTask(workspace, "News");
        grace.put(home + "/seen", Map.of("seq", 3)).expect(200);
        ada.patch(home + "/members/" + grace.id(), Map.of("role", "viewer")).expect(200);
        grace.patch("/api/me", Map.of("name", "Grace H.", "time_zone", "Europe/Paris"))
                .expect(200);
        holds();
        String task = "/api/tasks/"
                + id(grace.post("/api/tasks", Map.of("title", "Milk")).expect(201));
        String other = "/api/tasks/"
                + id(grace.post("/api/tasks", Map.of("title", "Bread")).expect(201));
        grace.patch(task, Map.of("title", "Oat milk")).expect(200);
        grace.patch(task + "/assign", Map.of("assigned_to", grace.id())).expect(200);
        holds();
        String comment = "/api/comments/"
                + id(grace.post(task + "/comments", Map.of("text", "Two")).expect(201));
        grace.post(task + "/comments", Map.of("text", "Litres", "mentions", List.of(grace.id())))
                .expect(201);
        grace.patch(comment, Map.of("text", "Three")).expect(200);
        grace.post(task + "/complete", Map.of()).expect(200);
        holds();
        grace.delete(comment).expect(204);
        grace.post(task + "/reopen", Map.of()).expect(200);
        grace.delete(other).expect(204);
        holds();
        ada.delete(home + "/members/" + grace.id()).expect(204);
        grace.delete("/api/workspaces/" + own).expect(204);
        grace.elsewhere().post("/api/auth/logout", Map.of()).expect(204);
        holds();
        assertThat(seen)
                .contains(
                        "workspace.joined",
                        "workspace.seen",
                        "workspace.role_changed",
                        "workspace.left",
                        "user.updated",
                        "session.ended",
                        "task.created",
                        "task.updated",
                        "task.assigned",
                        "task.completed",
                        "task.reopened",
                        "task.deleted",
                        "comment.created",
                        "comment.updated",
                        "comment.deleted");
    }
}
