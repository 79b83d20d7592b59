package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.testing.Answer;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How people want to hear of what: preferences, mutes, do not disturb, and many of the same as one. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationWishesTest {

    private TandemServer server;
    private Calm calm;
    private DatabaseSession database;
    private Pair pair;
    private Person ada;
    private Person grace;

    @BeforeAll
    void start(TestDatabase where) {
        server = TandemServer.start(where);
        calm = new Calm(where);
        database = new DatabaseSession(where);
        pair = Pair.meet(server);
        ada = pair.ada();
        grace = pair.grace();
    }

    @AfterAll
    void stop() {
        database.close();
        calm.close();
        server.close();
    }

    @BeforeEach
    void anew() {
        pair = pair.elsewhere();
        Inbox.of(grace).prefers("{}");
    }

    private List<String> heard() {
        calm.await();
        return pair.graces().kinds();
    }

    private String stored(String what) {
        return database.read("SELECT " + what + " FROM notifications_notification WHERE user_id = '" + grace.id()
                + "' AND workspace_id = '" + pair.workspace() + "' ORDER BY id DESC LIMIT 1");
    }

    @Test
    void who_never_said_anything_has_the_defaults_of_the_database() {
        JsonNode usual = Json.parse(Json.encode(Preferences.DEFAULT));
        assertThat(ada.get("/api/notifications/preferences").expect(200)).isEqualTo(usual);
        pair.task(ada);
        Pair.say(grace, pair.task(null), "Hello");
        calm.await();
        assertThat(database.read("SELECT count(*) FROM notifications_person WHERE user_id = '" + ada.id() + "'"))
                .isEqualTo("1");
        assertThat(ada.get("/api/notifications/preferences").expect(200)).isEqualTo(usual);
    }

    @Test
    void preferences_are_replaced_whole() {
        JsonNode said = Inbox.of(grace)
                .prefers("{\"kinds\":{\"assigned\":{\"in_app\":true,\"email\":false}},\"digest\":\"weekly\","
                        + "\"digest_hour\":7,\"due_soon_hours\":3}");
        assertThat(said.at("/kinds/assigned/email").asBoolean()).isFalse();
        assertThat(said.at("/kinds/mentioned/email").asBoolean()).isTrue();
        assertThat(said.path("digest").asText()).isEqualTo("weekly");
        assertThat(grace.get("/api/notifications/preferences").expect(200)).isEqualTo(said);
        JsonNode next = Inbox.of(grace).prefers("{\"digest_hour\":9}");
        assertThat(next.path("digest").asText()).isEqualTo("off");
        assertThat(next.path("due_soon_hours").asInt()).isEqualTo(24);
        assertThat(next.at("/kinds/assigned/email").asBoolean()).isTrue();
    }

    @Test
    void preferences_that_make_no_sense_are_refused_and_nothing_changes() {
        JsonNode before = Inbox.of(grace).prefers("{\"digest\":\"daily\"}");
        Stream.of(
                        "{\"kinds\":{\"shouted\":{\"in_app\":true,\"email\":true}}}",
                        "{\"kinds\":{\"assigned\":{\"in_app\":\"yes\",\"email\":true}}}",
                        "{\"kinds\":{\"assigned\":{\"in_app\":true}}}",
                        "{\"digest\":\"hourly\"}",
                        "{\"digest_hour\":24}",
                        "{\"due_soon_hours\":169}",
                        "{\"user_id\":\"" + ada.id() + "\"}")
                .forEach(wrong -> assertThat(grace.put("/api/notifications/preferences", wrong)
                                .refused(422))
                        .isEqualTo("validation_failed"));
        assertThat(grace.get("/api/notifications/preferences").expect(200)).isEqualTo(before);
    }

    @Test
    void what_is_off_in_the_app_is_in_no_list_and_not_counted_but_may_be_mailed() {
        Inbox.of(grace).prefers("{\"kinds\":{\"assigned\":{\"in_app\":false,\"email\":true}}}");
        int unread = Inbox.of(grace).unread();
        pair.task(grace);
        assertThat(heard()).isEmpty();
        assertThat(Inbox.of(grace).unread()).isEqualTo(unread);
        assertThat(stored("kind || ' ' || mail")).isEqualTo("assigned wanted");
        String hidden = stored("id");
        assertThat(grace.post("/api/notifications/" + hidden + "/read", "{}").refused(404))
                .isEqualTo("not_found");
    }

    @Test
    void what_is_off_everywhere_is_not_there_at_all() {
        Inbox.of(grace).prefers("{\"kinds\":{\"assigned\":{\"in_app\":false,\"email\":false}}}");
        pair.task(grace);
        assertThat(heard()).isEmpty();
        assertThat(stored("kind")).isEmpty();
    }

    @Test
    void a_mail_is_wanted_where_the_kind_is_mailed() {
        Pair.say(ada, pair.task(grace), "Hello");
        assertThat(heard()).containsExactly("commented", "assigned");
        assertThat(stored("kind || ' ' || coalesce(mail, 'never')")).isEqualTo("commented never");
        assertThat(database.read("SELECT mail_due_at FROM notifications_person WHERE user_id = '" + grace.id() + "'"))
                .isNotEmpty();
    }

    @Test
    void nothing_comes_of_a_muted_task_until_it_is_wanted_again() {
        String quiet = pair.task(null);
        String loud = pair.task(null);
        grace.put(quiet + "/mute", "{}").expect(204);
        grace.put(quiet + "/mute", "{}").expect(204);
        Pair.say(ada, quiet, "@Grace", grace);
        Pair.say(ada, loud, "@Grace", grace);
        assertThat(heard()).containsExactly("mentioned");
        grace.delete(quiet + "/mute").expect(204);
        grace.delete(quiet + "/mute").expect(204);
        Pair.say(ada, quiet, "@Grace!", grace);
        assertThat(heard()).containsExactly("mentioned", "mentioned");
    }

    @Test
    void nothing_comes_of_a_muted_workspace() {
        String path = "/api/workspaces/" + pair.workspace() + "/mute";
        grace.put(path, "{}").expect(204);
        pair.task(grace);
        ada.patch("/api/workspaces/" + pair.workspace() + "/members/" + grace.id(), Map.of("role", "viewer"))
                .expect(200);
        assertThat(heard()).isEmpty();
        assertThat(grace.get("/api/notifications/mutes")
                        .expect(200)
                        .path("items")
                        .toString())
                .contains("{\"workspace_id\":\"" + pair.workspace() + "\",\"task_id\":null}");
        grace.delete(path).expect(204);
        Pair.say(ada, pair.task(null), "@Grace", grace);
        assertThat(heard()).containsExactly("mentioned");
    }

    @Test
    void what_is_not_ones_own_can_neither_be_muted_nor_read() {
        Person mallory = server.register("Mallory");
        String task = pair.task(grace);
        calm.await();
        String notification =
                "/api/notifications/" + pair.graces().only().path("id").asText() + "/read";
        String workspace = "/api/workspaces/" + pair.workspace() + "/mute";
        Stream.<Answer>of(
                        mallory.put(task + "/mute", "{}"),
                        mallory.delete(task + "/mute"),
                        mallory.put(workspace, "{}"),
                        mallory.delete(workspace),
                        mallory.put("/api/tasks/" + Ids.next() + "/mute", "{}"),
                        mallory.put("/api/workspaces/" + Ids.next() + "/mute", "{}"),
                        mallory.post(notification, "{}"),
                        ada.post(notification, "{}"),
                        mallory.post("/api/notifications/" + Ids.next() + "/read", "{}"),
                        mallory.get("/api/notifications?workspace_id=" + pair.workspace()),
                        mallory.post("/api/notifications/read-all", Map.of("workspace_id", pair.workspace())))
                .forEach(answer -> assertThat(answer.refused(404)).isEqualTo("not_found"));
        assertThat(mallory.get("/api/notifications/mutes").expect(200).path("items"))
                .isEmpty();
        assertThat(pair.graces().only().path("read_at").isNull()).isTrue();
    }

    @Test
    void a_foreign_task_says_the_same_as_one_that_is_not_there() {
        Person mallory = server.register("Mallory");
        assertThat(mallory.put(pair.task(null) + "/mute", "{}").body())
                .isEqualTo(
                        mallory.put("/api/tasks/" + Ids.next() + "/mute", "{}").body());
    }

    @Test
    void who_does_not_want_to_be_disturbed_is_told_quietly_and_not_mailed() {
        grace.put("/api/me/status", Map.of("status", "do_not_disturb")).expect(200);
        String task = pair.task(grace);
        int unread = Inbox.of(grace).unread();
        assertThat(heard()).containsExactly("assigned");
        assertThat(Inbox.of(grace).unread()).isGreaterThanOrEqualTo(unread);
        assertThat(pair.graces().only().path("quiet").asBoolean()).isTrue();
        assertThat(stored("coalesce(mail, 'never')")).isEqualTo("never");
        grace.put("/api/me/status", Map.of("status", "available")).expect(200);
        Pair.say(ada, task, "@Grace", grace);
        calm.await();
        assertThat(pair.graces().all("&kind=mentioned").getFirst().path("quiet").asBoolean())
                .isFalse();
    }

    @Test
    void several_of_the_same_about_one_task_are_one_that_counts_them() {
        String task = pair.task(grace);
        calm.await();
        int before = Inbox.of(grace).unread();
        for (int i = 1; i <= 5; i++) Pair.say(ada, task, "Say " + i);
        Pair.say(ada, pair.task(grace), "Another");
        calm.await();
        List<JsonNode> comments = pair.graces().all("&kind=commented");
        assertThat(comments).hasSize(2);
        assertThat(comments.getLast().path("count").asInt()).isEqualTo(5);
        assertThat(comments.getLast().at("/comment/excerpt").asText()).isEqualTo("Say 5");
        assertThat(comments.getFirst().path("count").asInt()).isEqualTo(1);
        assertThat(Inbox.of(grace).unread()).isEqualTo(before + 3);
    }

    @Test
    void what_was_read_and_what_is_older_than_ten_minutes_does_not_grow() {
        String task = pair.task(grace);
        Pair.say(ada, task, "One");
        calm.await();
        Inbox.of(grace).readAll();
        Pair.say(ada, task, "Two");
        calm.await();
        database.run("UPDATE notifications_notification SET created_at = created_at - interval '11 minutes'"
                + " WHERE kind = 'commented' AND workspace_id = '" + pair.workspace() + "'");
        Pair.say(ada, task, "Three");
        calm.await();
        assertThat(pair.graces().all("&kind=commented"))
                .extracting(item -> item.path("count").asInt())
                .containsExactly(1, 1, 1);
    }
}
