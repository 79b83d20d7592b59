package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Peer;
import io.tandem.testing.LiveClient;
import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.Patience;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada works on one instance and Grace on another, over everything that is there: database, Redis, mail server. */
@WithDatabase
class PeopleTest {

    private TestRedis redis;
    private MailServer mails;
    private TandemServer one;
    private TandemServer two;
    private Person ada;
    private Person grace;
    private UUID workspace;
    private String task;
    private LiveClient adas;
    private LiveClient graces;

    @BeforeEach
    void start(TestDatabase database) {
        redis = TestRedis.start();
        mails = MailServer.start();
        one = TandemServer.start(database, settings("one"));
        two = TandemServer.start(database, settings("two"));
        Patience.until(() -> peers(one) + peers(two), all -> all == 4);
        ada = one.register("Ada");
        grace = two.register("Grace");
        workspace = ada.createWorkspace("Shared");
        ada.invites(grace.at(one), workspace, "member");
        task = ada.createTask(workspace, "Paint the boat").path("id").asText();
        adas = ada.opens(workspace);
        graces = grace.opens(workspace);
    }

    private Map<String, String> settings(String node) {
        Map<String, String> settings = new HashMap<>(mails.settings());
        settings.put("node.id", node);
        settings.put("redis.uri", redis.uri());
        return settings;
    }

    private static int peers(TandemServer server) {
        return TandemServer.await(server.instance().bus().ask(Peer.ALL, true)).size();
    }

    @AfterEach
    void stop() {
        two.close();
        one.close();
        mails.close();
        redis.close();
    }

    private void looks(LiveClient socket) {
        socket.say(Map.of("type", "viewing", "workspace_id", workspace, "data", Map.of("task_id", task)));
    }

    private void sees(LiveClient socket, Person who) {
        socket.aside(message ->
                StreamSupport.stream(message.path("data").path("people").spliterator(), false)
                                .anyMatch(person -> isOnTheTask(person, who))
                        || isOnTheTask(message.path("data"), who));
    }

    private boolean isOnTheTask(JsonNode person, Person who) {
        return person.path("user_id").asText().equals(who.id().toString())
                && person.path("viewing").toString().contains(task);
    }

    private JsonNode notifications(Person person) {
        return person.get("/api/notifications").expect(200);
    }

    /** Waits for a notification of Grace's over her socket. */
    private JsonNode rings(String kind) {
        return graces.aside(message -> message.path("type").asText().equals("notification.new")
                        && message.path("data")
                                .path("notification")
                                .path("kind")
                                .asText()
                                .equals(kind))
                .path("data");
    }

    private void typing(LiveClient from) {
        from.say(Map.of(
                "type",
                "typing",
                "workspace_id",
                workspace,
                "data",
                Map.of("task_id", task, "field", "comment", "active", true)));
    }

    @Test
    void they_see_each_other_at_a_task_and_each_hears_once_what_concerns_them() {
        looks(adas);
        sees(graces, ada);
        looks(graces);
        sees(adas, grace);
        typing(adas);
        assertThat(graces.aside("typing").path("data").path("name").asText()).isEqualTo("Ada");

        ada.patch("/api/tasks/" + task + "/assign", Map.of("assigned_to", grace.id()))
                .expect(200);
        assertThat(rings("assigned").path("unread").asInt()).isEqualTo(1);
        adas.command(
                "comment.create",
                "c1",
                workspace,
                Map.of("task_id", task, "text", "In blue, @Grace?", "mentions", List.of(grace.id())));
        assertThat(graces.until("comment.created").path("data").path("text").asText())
                .isEqualTo("In blue, @Grace?");
        assertThat(rings("mentioned").path("unread").asInt()).isEqualTo(2);
        assertThat(notifications(grace).path("unread").asInt()).isEqualTo(2);
        assertThat(notifications(grace).path("items")).hasSize(2);
        List<Mail> arrived = mails.until(grace.email(), all -> contains(all, "In blue") && contains(all, "assigned"));
        assertThat(arrived.stream().filter(mail -> mail.text().contains("In blue")))
                .hasSize(1);
        assertThat(mails.mails(ada.email())).noneMatch(mail -> mail.text().contains("Paint the boat"));
    }

    private static boolean contains(List<Mail> mails, String words) {
        return mails.stream().anyMatch(mail -> mail.text().contains(words));
    }

    @Test
    void without_redis_people_stay_and_are_told() {
        looks(adas);
        sees(graces, ada);
        redis.kill();
        ada.patch("/api/tasks/" + task + "/assign", Map.of("assigned_to", grace.id()))
                .expect(200);
        graces.until("task.assigned");
        assertThat(rings("assigned").path("unread").asInt()).isEqualTo(1);
        adas.command("comment.create", "c1", workspace, Map.of("task_id", task, "text", "Still here"));
        graces.until("comment.created");
        assertThat(grace.get("/api/workspaces/" + workspace + "/presence")
                        .expect(200)
                        .path("people"))
                .hasSize(2);
    }
}
