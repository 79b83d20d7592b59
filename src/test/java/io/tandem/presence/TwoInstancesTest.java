package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Peer;
import io.tandem.testing.FaultyProxy;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Patience;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada is at one instance, Grace at the other, whose way to Redis leads through a proxy. */
@WithDatabase
class TwoInstancesTest {

    private TestRedis redis;
    private FaultyProxy way;
    private TandemServer one;
    private TandemServer two;
    private Person ada;
    private Person grace;
    private UUID workspace;
    private LiveClient adas;
    private LiveClient graces;
    private boolean isTwoGone;

    @BeforeEach
    void start(TestDatabase database) {
        redis = TestRedis.start();
        way = FaultyProxy.to(URI.create(redis.uri()));
        one = TandemServer.start(database, settings("one", redis.uri()));
        two = TandemServer.start(database, settings("two", "redis://127.0.0.1:" + way.port()));
        Patience.until(() -> peers(one) + peers(two), all -> all == 4);
        ada = one.register("Ada");
        grace = two.register("Grace");
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace.at(one), workspace, "member");
        adas = ada.opens(workspace);
        graces = grace.opens(workspace);
        hears(adas, "presence.user_joined", grace);
        sees(graces, ada);
    }

    private static Map<String, String> settings(String node, String redis) {
        return new HashMap<>(Map.of("node.id", node, "redis.uri", redis, "presence.grace_ms", "1000"));
    }

    private static int peers(TandemServer server) {
        return TandemServer.await(server.instance().bus().ask(Peer.ALL, true)).size();
    }

    @AfterEach
    void stop() {
        way.heal();
        if (!isTwoGone) two.close();
        one.close();
        way.close();
        redis.close();
    }

    private static JsonNode hears(LiveClient socket, String type, Person who) {
        return socket.aside(message -> message.path("type").asText().equals(type)
                        && message.path("data")
                                .path("user_id")
                                .asText()
                                .equals(who.id().toString()))
                .path("data");
    }

    private void sees(LiveClient socket, Person who) {
        Person reader = socket == graces ? grace : ada;
        Patience.until(() -> people(reader), people -> people.contains(who.id().toString()));
    }

    private List<String> people(Person reader) {
        JsonNode presence =
                reader.get("/api/workspaces/" + workspace + "/presence").expect(200);
        return StreamSupport.stream(presence.path("people").spliterator(), false)
                .map(person -> person.path("user_id").asText())
                .toList();
    }

    private void assertNobodyLeft(LiveClient socket) {
        assertThat(socket.everything().settle())
                .noneMatch(message -> message.path("type").asText().equals("presence.user_left"));
    }

    private Map<String, Object> signal(String type, Map<String, Object> data) {
        return Map.of("type", type, "workspace_id", workspace, "data", data);
    }

    @Test
    void each_sees_what_the_other_looks_at_and_types() {
        String task = ada.createTask(workspace, "Paint").path("id").asText();
        graces.until("task.created");
        adas.say(signal("viewing", Map.of("task_id", task))).settle();
        graces.say(signal("viewing", Map.of("task_id", task)));
        assertThat(hears(adas, "viewing", grace).path("viewing").get(0).asText())
                .isEqualTo(task);
        assertThat(hears(graces, "viewing", ada).path("viewing").get(0).asText())
                .isEqualTo(task);
        graces.say(signal("typing", Map.of("task_id", task, "field", "comment", "active", true)));
        assertThat(hears(adas, "typing", grace).path("field").asText()).isEqualTo("comment");
        adas.command("status", "s", null, Map.of("status", "do_not_disturb")).until("ack");
        graces.aside(message -> message.path("type").asText().equals("presence.update")
                && message.at("/data/people/0/status").asText().equals("do_not_disturb"));
        adas.cut();
        hears(graces, "presence.user_left", ada);
    }

    @Test
    void who_comes_back_to_the_other_instance_was_never_gone() {
        graces.cut();
        Person there = grace.at(one);
        graces = there.opens(workspace);
        adas.say(signal(
                "viewing",
                Map.of("task_id", ada.createTask(workspace, "T").path("id").asText())));
        hears(graces, "viewing", ada);
        Patience.until(() -> redis.ask("HLEN", "workspace:" + workspace + ":presence"), left -> String.valueOf(left)
                .equals("2"));
        assertNobodyLeft(adas);
        assertThat(people(ada)).contains(grace.id().toString());
    }

    @Test
    void the_people_of_an_instance_that_falls_silent_are_gone_within_8_seconds_and_come_back_with_it() {
        Instant silent = Instant.now();
        way.blackhole();
        hears(adas, "presence.user_left", grace);
        assertThat(Duration.between(silent, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(people(grace)).contains(ada.id().toString());
        way.heal();
        hears(adas, "presence.user_joined", grace);
        assertNobodyLeft(graces);
    }

    @Test
    void the_people_of_an_instance_that_says_goodbye_are_gone_after_the_grace() {
        two.close();
        isTwoGone = true;
        hears(adas, "presence.user_left", grace);
    }

    @Test
    void without_redis_everybody_stays_and_with_an_empty_one_too() {
        redis.kill();
        ada.createTask(workspace, "Without Redis");
        graces.until("task.created");
        Person alan = one.register("Alan");
        ada.invites(alan, workspace, "member");
        alan.opens(workspace);
        hears(adas, "presence.user_joined", alan);
        assertBothPersonsThere();
        redis.restart();
        hears(graces, "presence.user_joined", alan);
        Patience.until(() -> redis.ask("HLEN", "workspace:" + workspace + ":presence"), all -> String.valueOf(all)
                .equals("3"));
        assertNobodyLeft(adas);
        assertNobodyLeft(graces);
        assertThat(people(grace)).hasSize(3);
    }

    private void assertBothPersonsThere() {
        assertThat(people(ada)).contains(ada.id().toString(), grace.id().toString());
        assertThat(people(grace)).contains(ada.id().toString(), grace.id().toString());
    }

    @Test
    void who_is_removed_while_redis_is_away_is_shown_on_no_instance() {
        redis.kill();
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        hears(adas, "presence.user_left", grace);
        graces.until("unsubscribed");
    }

    @Test
    void who_left_while_redis_was_away_is_gone_when_it_is_back() {
        redis.kill();
        graces.cut();
        Patience.until(
                () -> people(grace), people -> !people.contains(grace.id().toString()));
        assertThat(people(ada)).contains(grace.id().toString());
        redis.restart();
        hears(adas, "presence.user_left", grace);
    }

    @Test
    void where_nobody_follows_the_workspace_the_table_says_who_is_there() {
        graces.say(Map.of("type", "unsubscribe", "workspace_id", workspace)).until("unsubscribed");
        hears(adas, "presence.user_left", grace);
        UUID other = ada.createWorkspace("Other");
        ada.opens(other);
        Patience.until(
                () -> ada.at(two)
                        .get("/api/workspaces/" + other + "/presence")
                        .expect(200)
                        .path("people")
                        .size(),
                there -> there == 1);
        assertThat(ada.at(two)
                        .get("/api/workspaces/" + other + "/members")
                        .expect(200)
                        .path("items")
                        .get(0)
                        .path("online")
                        .asBoolean())
                .isTrue();
    }
}
