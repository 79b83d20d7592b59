package io.tandem.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada works while Grace is away. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenTest {

    private TandemServer server;
    private Person ada;
    private Person grace;
    private UUID workspace;
    private String seen;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        ada = server.register("Ada");
        grace = server.register("Grace");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Garden");
        seen = "/api/workspaces/" + workspace + "/seen";
        ada.createTask(workspace, "Before anybody came");
        ada.invites(grace, workspace, "viewer");
    }

    private long head() {
        return ada.snapshot(workspace).path("seq").asLong();
    }

    private static int unseen(Person who, String path) {
        return who.get(path).expect(200).path("unseen").asInt();
    }

    private JsonNode look(Person who, long seq) {
        return who.put(seen, Map.of("seq", seq)).expect(200);
    }

    @Test
    void whoever_joins_has_seen_all_there_was() {
        assertThat(unseen(grace, seen)).isZero();
        assertThat(unseen(ada, seen)).isEqualTo(2);
        ada.createTask(workspace, "New");
        assertThat(unseen(grace, seen)).isEqualTo(1);
    }

    @Test
    void what_one_did_oneself_is_not_new() {
        look(ada, head());
        ada.createTask(workspace, "Mine");
        assertThat(unseen(ada, seen)).isZero();
    }

    @Test
    void looking_goes_forward_only() {
        ada.createTask(workspace, "One");
        ada.createTask(workspace, "Two");
        long head = head();
        JsonNode news = look(grace, head - 1);
        assertThat(news.path("seq").asLong()).isEqualTo(head - 1);
        assertThat(news.path("head").asLong()).isEqualTo(head);
        assertThat(news.path("unseen").asInt()).isEqualTo(1);
        assertThat(news.path("workspace_id").asText()).isEqualTo(workspace.toString());
        assertThat(look(grace, 1)).isEqualTo(news);
        JsonNode problem = grace.put(seen, Map.of("seq", head + 1)).expect(422);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/seq");
        assertThat(grace.get(seen).expect(200)).isEqualTo(news);
    }

    @Test
    void more_than_a_hundred_is_a_hundred() {
        for (int i = 0; i < 103; i++) ada.createTask(workspace, "Task " + i);
        assertThat(unseen(grace, seen)).isEqualTo(100);
    }

    @Test
    void all_workspaces_are_asked_at_once() {
        UUID other = ada.createWorkspace("Other");
        ada.invites(grace, other, "member");
        ada.createTask(other, "There");
        JsonNode items = grace.get("/api/me/seen").expect(200).path("items");
        assertThat(items.findValuesAsText("workspace_id")).contains(workspace.toString(), other.toString());
        for (JsonNode item : items) {
            String id = item.path("workspace_id").asText();
            if (id.equals(workspace.toString()))
                assertThat(item.path("unseen").asInt()).isZero();
            if (id.equals(other.toString()))
                assertThat(item.path("unseen").asInt()).isEqualTo(1);
        }
    }

    @Test
    void the_other_device_hears_of_it() {
        LiveClient phone = grace.elsewhere().opens(workspace);
        LiveClient laptop = grace.opens(workspace);
        ada.createTask(workspace, "News");
        long head = laptop.next("task.created").path("seq").asLong();
        phone.next("task.created");
        Map<String, Object> data = Map.of("workspace_id", workspace, "seq", head);
        laptop.command("workspace.seen", "look", null, data);
        JsonNode ack = laptop.next("ack");
        JsonNode heard = phone.next("workspace.seen");
        assertThat(heard.path("workspace_id").isNull()).isTrue();
        assertThat(heard.path("data")).isEqualTo(ack.path("data"));
        assertThat(heard.at("/data/seq").asLong()).isEqualTo(head);
        laptop.command("workspace.seen", "again", null, data);
        assertThat(laptop.next("ack").path("seq").asLong())
                .isEqualTo(ack.path("seq").asLong());
        assertThat(phone.settle()).isEmpty();
        laptop.command("workspace.seen", "future", null, Map.of("workspace_id", workspace, "seq", head + 1));
        assertThat(laptop.next("error").path("code").asText()).isEqualTo("validation_failed");
    }

    @Test
    void of_many_devices_the_one_that_has_seen_most_is_right() {
        for (int i = 0; i < 20; i++) ada.createTask(workspace, "Task " + i);
        long head = head();
        List<CompletableFuture<Void>> devices = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (long seq = head - 20 + i; seq <= head; seq += 3) look(grace, seq);
                    look(grace, head);
                }))
                .toList();
        devices.forEach(CompletableFuture::join);
        assertThat(grace.get(seen).expect(200).path("seq").asLong()).isEqualTo(head);
    }

    @Test
    void it_ends_with_the_membership_and_begins_anew() {
        grace.post("/api/workspaces/" + workspace + "/leave", Map.of()).expect(204);
        grace.get(seen).expect(404);
        grace.put(seen, Map.of("seq", 1)).expect(404);
        ada.createTask(workspace, "Behind her back");
        ada.invites(grace, workspace, "member");
        assertThat(unseen(grace, seen)).isZero();
        assertThat(grace.get(seen).expect(200).path("seq").asLong()).isGreaterThanOrEqualTo(head() - 2);
    }
}
