package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Patience;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is there, as the sockets of one instance hear it. Ada owns the workspace, Grace is a member, Alan only views. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceTest {

    private static final int GRACE_MS = 2_000;

    private TestDatabase database;
    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;
    private LiveClient socket;
    private final List<LiveClient> sockets = new ArrayList<>();

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own, Map.of("presence.grace_ms", "" + GRACE_MS));
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "viewer");
        socket = opens(ada);
        hears(socket, "presence.user_joined", ada);
    }

    private LiveClient opens(Person who) {
        LiveClient opened = who.opens(workspace);
        sockets.add(opened);
        return opened;
    }

    @AfterEach
    void part() {
        sockets.forEach(LiveClient::cut);
        sockets.clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The next message of this type about somebody. */
    private static JsonNode hears(LiveClient socket, String type, Person who) {
        return socket.aside(message -> isAbout(message, type, who)).path("data");
    }

    private List<JsonNode> upTo(String type, Person who) {
        List<JsonNode> heard = new ArrayList<>();
        socket.until(message -> {
            heard.add(message);
            return isAbout(message, type, who);
        });
        return heard;
    }

    private static boolean isAbout(JsonNode message, String type, Person who) {
        return message.path("type").asText().equals(type)
                && message.path("data").path("user_id").asText().equals(who.id().toString());
    }

    /** The next update that shows somebody. */
    private static JsonNode sees(LiveClient socket, Person who) {
        JsonNode update = socket.aside(
                message -> message.path("type").asText().equals("presence.update") && of(message, who) != null);
        return of(update, who);
    }

    private static JsonNode of(JsonNode update, Person who) {
        for (JsonNode person : update.path("data").path("people")) {
            if (person.path("user_id").asText().equals(who.id().toString())) return person;
        }
        return null;
    }

    private List<JsonNode> people() {
        List<JsonNode> people = new ArrayList<>();
        ada.get("/api/workspaces/" + workspace + "/presence")
                .expect(200)
                .path("people")
                .forEach(people::add);
        return people;
    }

    private List<String> names() {
        return people().stream().map(person -> person.path("name").asText()).toList();
    }

    private JsonNode subscribed(Person who) {
        LiveClient other = who.connects("/ws/workspace/" + workspace + "?token=" + who.token());
        JsonNode subscribed =
                other.until(message -> message.path("workspace_id").asText().equals(workspace.toString()));
        other.close();
        return subscribed;
    }

    @Test
    void whoever_opens_a_workspace_is_shown_to_those_who_are_there() {
        opens(grace);
        JsonNode joined = hears(socket, "presence.user_joined", grace);
        assertThat(joined.path("name").asText()).isEqualTo("Grace");
        assertThat(joined.path("status").asText()).isEqualTo("available");
        assertThat(joined.path("viewing").isEmpty()).isTrue();
        assertThat(joined.path("since").asText()).startsWith("20");
        assertThat(names()).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void who_subscribes_is_told_everybody_at_once() {
        opens(grace);
        hears(socket, "presence.user_joined", grace);
        assertThat(subscribed(alan).path("presence"))
                .extracting(person -> person.path("name").asText())
                .containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void somebody_with_several_tabs_is_one_person_until_the_last_is_closed() {
        LiveClient first = opens(grace);
        LiveClient second = opens(grace);
        hears(socket, "presence.user_joined", grace);
        assertThat(names()).containsExactlyInAnyOrder("Ada", "Grace");
        first.close();
        opens(alan);
        hears(socket, "presence.user_joined", alan);
        second.close();
        JsonNode left = hears(socket, "presence.user_left", grace);
        assertThat(left.path("last_seen_at").asText()).startsWith("20");
        assertThat(names()).containsExactlyInAnyOrder("Ada", "Alan");
    }

    @Test
    void a_page_that_is_loaded_anew_shows_nothing() {
        LiveClient before = opens(grace);
        hears(socket, "presence.user_joined", grace);
        socket.everything();
        before.cut();
        LiveClient alans = opens(alan);
        List<JsonNode> heard = new ArrayList<>(upTo("presence.user_joined", alan));
        opens(grace);
        alans.close();
        heard.addAll(upTo("presence.user_left", alan));
        assertThat(heard).noneMatch(message -> isAbout(message, "presence.user_left", grace));
        assertThat(names()).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void a_client_that_falls_silent_is_shown_no_longer_than_its_socket_is_open() {
        Map<String, String> settings = Map.of(
                "presence.grace_ms", "60000", "live.heartbeat_seconds", "1", "limits.heartbeat_timeout_seconds", "3");
        try (TandemServer strict = TandemServer.start(database, settings)) {
            LiveClient adas = ada.at(strict).opens(workspace);
            LiveClient graces = grace.at(strict).opens(workspace);
            hears(adas, "presence.user_joined", grace);
            Patience.until(
                    () -> adas.say(Map.of("type", "heartbeat")).settle(), messages -> graces.closedWith() != null);
            hears(adas, "presence.user_left", grace);
        }
    }

    @Test
    void who_unsubscribes_is_there_no_longer_though_the_socket_is() {
        LiveClient hers = opens(grace);
        hears(socket, "presence.user_joined", grace);
        hers.say(Map.of("type", "unsubscribe", "workspace_id", workspace)).next("unsubscribed");
        hears(socket, "presence.user_left", grace);
        hers.say(Map.of("type", "subscribe", "workspace_id", workspace)).next("subscribed");
        hears(socket, "presence.user_joined", grace);
    }

    @Test
    void who_is_removed_is_gone_at_once_and_hears_nothing_more() {
        LiveClient hers = opens(grace);
        hears(socket, "presence.user_joined", grace);
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        hears(socket, "presence.user_left", grace);
        hers.until("unsubscribed");
        opens(alan);
        hears(socket, "presence.user_joined", alan);
        assertThat(hers.everything().settle())
                .noneMatch(message -> message.toString().contains(alan.id().toString()));
        assertThat(grace.get("/api/workspaces/" + workspace + "/presence").refused(404))
                .isEqualTo("not_found");
    }

    @Test
    void a_stranger_learns_nothing_of_who_is_there() {
        Person mallory = server.register("Mallory");
        assertThat(mallory.get("/api/workspaces/" + workspace + "/presence").refused(404))
                .isEqualTo("not_found");
        UUID own = mallory.createWorkspace("Own");
        JsonNode task = ada.createTask(workspace, "Secret");
        LiveClient hers = mallory.opens(own);
        hers.say(Map.of("type", "viewing", "id", "v", "workspace_id", own, "data", Map.of("task_id", task.path("id"))));
        assertThat(hers.next("error").path("code").asText()).isEqualTo("not_found");
    }

    @Test
    void the_list_of_members_and_the_presence_say_who_was_seen_when() {
        opens(grace).close();
        hears(socket, "presence.user_left", grace);
        String seen =
                Patience.until(() -> member(grace).path("last_seen_at").asText(), moment -> moment.startsWith("20"));
        assertThat(member(grace).path("online").asBoolean()).isFalse();
        assertThat(member(ada).path("online").asBoolean()).isTrue();
        assertThat(member(alan).path("online").asBoolean()).isFalse();
        JsonNode offline = ada.get("/api/workspaces/" + workspace + "/presence")
                .expect(200)
                .path("offline");
        assertThat(offline).anySatisfy(one -> {
            assertThat(one.path("user_id").asText()).isEqualTo(grace.id().toString());
            assertThat(one.path("last_seen_at").asText()).isEqualTo(seen);
        });
    }

    private JsonNode member(Person who) {
        for (JsonNode member :
                ada.get("/api/workspaces/" + workspace + "/members").expect(200).path("items")) {
            if (member.path("user_id").asText().equals(who.id().toString())) return member;
        }
        throw new AssertionError("No member");
    }

    @Test
    void who_leaves_the_device_is_shown_as_away_until_they_are_back() {
        Person linus = server.register("Linus");
        ada.invites(linus, workspace, "member");
        LiveClient desk = opens(linus);
        LiveClient phone = opens(linus);
        hears(socket, "presence.user_joined", linus);
        desk.say(Map.of("type", "heartbeat", "active", false)).until("heartbeat");
        phone.say(Map.of("type", "heartbeat", "active", false)).until("heartbeat");
        assertThat(sees(socket, linus).path("status").asText()).isEqualTo("away");
        desk.say(Map.of("type", "heartbeat")).until("heartbeat");
        desk.command("task.create", "op-1", workspace, Map.of("title", "Back")).until("ack");
        assertThat(sees(socket, linus).path("status").asText()).isEqualTo("available");
        desk.say(Map.of("type", "heartbeat", "active", false)).until("heartbeat");
        assertThat(sees(socket, linus).path("status").asText()).isEqualTo("away");
        phone.say(Map.of("type", "heartbeat", "active", true)).until("heartbeat");
        assertThat(sees(socket, linus).path("status").asText()).isEqualTo("available");
    }

    @Test
    void a_new_name_shows_at_once() {
        Person linus = server.register("Linus");
        ada.invites(linus, workspace, "member");
        opens(linus);
        hears(socket, "presence.user_joined", linus);
        linus.patch("/api/me", Map.of("name", "Linus T.")).expect(200);
        assertThat(sees(socket, linus).path("name").asText()).isEqualTo("Linus T.");
    }
}
