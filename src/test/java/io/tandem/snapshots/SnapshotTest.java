package io.tandem.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.Replica;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An old snapshot and the events since are always the same as a fresh snapshot. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotTest {

    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;
    private String home;
    private Replica replica;
    private LiveClient socket;
    private final TreeSet<String> seen = new TreeSet<>();

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Shared");
        home = "/api/workspaces/" + workspace;
        socket = ada.opens(workspace);
        replica = new Replica(ada.snapshot(workspace));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Applies what has arrived and compares. */
    private void holds() {
        JsonNode fresh = ada.snapshot(workspace);
        while (replica.seq() < fresh.path("seq").asLong()) {
            JsonNode message = socket.next();
            if (message.path("workspace_id").asText().equals(workspace.toString())) {
                seen.add(message.path("type").asText());
                replica.apply(message);
            }
        }
        assertThat(replica.comparable()).isEqualTo(new Replica(fresh).comparable());
    }

    private String column(int index) {
        return ada.snapshot(workspace).path("columns").get(index).path("id").asText();
    }

    @Test
    void every_event_type_keeps_a_replica_equal() {
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "admin");
        holds();
        JsonNode label = ada.post(home + "/labels", Map.of("name", "Bug", "color", "red"))
                .expect(201);
        String labelPath = home + "/labels/" + label.path("id").asText();
        ada.patch(labelPath, Map.of("name", "Bugs")).expect(200);
        holds();
        String task =
                "/api/tasks/" + ada.createTask(workspace, "First").path("id").asText();
        String second =
                "/api/tasks/" + grace.createTask(workspace, "Second").path("id").asText();
        Map<String, Object> change = new HashMap<>(Map.of("title", "One", "description", "*Why*", "priority", "high"));
        change.put("due_at", "2027-01-02T03:04:05.678912+02:00");
        change.put("labels", List.of(label.path("id").asText()));
        change.put("checklist", List.of(Map.of("text", "Buy", "done", false)));
        ada.patch(task, change).expect(200);
        holds();
        ada.patch(task + "/assign", Map.of("assigned_to", grace.id())).expect(200);
        ada.patch(second + "/assign", Map.of("assigned_to", alan.id())).expect(200);
        ada.post(second + "/move", Map.of("column_id", column(1))).expect(200);
        holds();
        ada.post(task + "/complete", Map.of()).expect(200);
        ada.post(task + "/reopen", Map.of()).expect(200);
        holds();
        String comments = task + "/comments";
        JsonNode first = grace.post(comments, Map.of("text", "@Ada?", "mentions", List.of(ada.id())))
                .expect(201);
        ada.post(comments, Map.of("text", "Yes")).expect(201);
        grace.patch("/api/comments/" + first.path("id").asText(), Map.of("text", "Ada?"))
                .expect(200);
        ada.patch(task, Map.of("title", "Two")).expect(200);
        ada.delete("/api/comments/" + first.path("id").asText()).expect(204);
        holds();
        ada.put(home, Map.of("name", "Renamed", "description", "New")).expect(200);
        JsonNode extra = ada.post(home + "/columns", Map.of("name", "Review")).expect(201);
        String columnPath = home + "/columns/" + extra.path("id").asText();
        ada.patch(columnPath, Map.of("name", "In review")).expect(200);
        ada.post(columnPath + "/move", Map.of("before_id", column(0))).expect(200);
        ada.post(second + "/move", Map.of("column_id", extra.path("id").asText()))
                .expect(200);
        ada.patch(columnPath, Map.of("done", true)).expect(200);
        holds();
        ada.delete(columnPath + "?move_to=" + column(1)).expect(204);
        ada.delete(labelPath).expect(204);
        holds();
        ada.patch(home + "/members/" + alan.id(), Map.of("role", "member")).expect(200);
        grace.patch("/api/me", Map.of("name", "Grace H.")).expect(200);
        holds();
        ada.delete(home + "/members/" + grace.id()).expect(204);
        alan.post(home + "/leave", Map.of()).expect(204);
        JsonNode invite = ada.post(home + "/invites", Map.of()).expect(201);
        ada.delete(home + "/invites/" + invite.path("id").asText()).expect(204);
        ada.delete(second).expect(204);
        holds();
        assertThat(seen)
                .contains(
                        "task.created",
                        "task.updated",
                        "task.moved",
                        "task.assigned",
                        "task.completed",
                        "task.reopened",
                        "task.deleted",
                        "comment.created",
                        "comment.updated",
                        "comment.deleted",
                        "label.created",
                        "label.updated",
                        "label.deleted",
                        "column.created",
                        "column.updated",
                        "column.moved",
                        "column.deleted",
                        "member.joined",
                        "member.updated",
                        "member.removed",
                        "member.left",
                        "workspace.updated",
                        "invite.created",
                        "invite.used",
                        "invite.revoked");
    }

    @Test
    void snapshots_taken_in_the_middle_of_a_crowd_are_exact() {
        ada.invites(grace, workspace, "member");
        List<String> columns = IntStream.range(0, 3).mapToObj(this::column).toList();
        List<Thread> crowd = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> bustle(new Random(i), columns)))
                .toList();
        Map<Long, Replica> snapshots = new LinkedHashMap<>();
        while (crowd.stream().anyMatch(Thread::isAlive)) {
            Replica taken = new Replica(ada.snapshot(workspace));
            snapshots.putIfAbsent(taken.seq(), taken);
        }
        JsonNode fresh = ada.snapshot(workspace);
        String events = home + "/events?since=%d&limit=1000&epoch="
                + fresh.path("epoch").asText();
        snapshots.forEach((seq, taken) -> {
            ada.get(String.format(events, seq)).expect(200).path("events").forEach(taken::apply);
            assertThat(taken.comparable()).isEqualTo(new Replica(fresh).comparable());
        });
        assertThat(snapshots).hasSizeGreaterThan(1);
    }

    private void bustle(Random random, List<String> columns) {
        Person who = random.nextBoolean() ? ada : grace;
        String mine = "/api/tasks/" + who.createTask(workspace, "T").path("id").asText();
        for (int i = 0; i < 25; i++) {
            switch (random.nextInt(5)) {
                case 0 -> who.createTask(workspace, "Task " + i);
                case 1 -> who.patch(mine, Map.of("title", "Title " + i)).expect(200);
                case 2 ->
                    who.post(mine + "/move", Map.of("column_id", columns.get(random.nextInt(3))))
                            .expect(200);
                case 3 -> who.post(mine + "/comments", Map.of("text", "Said")).expect(201);
                default -> who.post(mine + "/complete", Map.of()).expect(200);
            }
        }
    }
}
