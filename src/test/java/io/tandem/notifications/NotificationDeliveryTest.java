package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada works on the one instance; Grace has a device on each. There is no Redis between them. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationDeliveryTest {

    private static final Map<String, String> SETTINGS = Map.of("journal.poll_ms", "100");

    private TandemServer one;
    private TandemServer two;
    private Calm calm;
    private Pair pair;
    private Person ada;
    private Person grace;

    @BeforeAll
    void start(TestDatabase database) {
        one = TandemServer.start(database, SETTINGS);
        two = TandemServer.start(database, SETTINGS);
        calm = new Calm(database);
        pair = Pair.meet(one);
        ada = pair.ada();
        grace = pair.grace();
    }

    @AfterAll
    void stop() {
        calm.close();
        two.close();
        one.close();
    }

    @BeforeEach
    void anew() {
        pair = pair.elsewhere();
        calm.await();
        Inbox.of(grace).readAll();
    }

    private static JsonNode next(LiveClient socket, String type) {
        return socket.until(type).path("data");
    }

    private LiveClient device(TandemServer server) {
        LiveClient socket =
                grace.at(server).connects("/ws?token=" + grace.token()).everything();
        socket.next("welcome");
        socket.nextSubscribed(null);
        return socket;
    }

    @Test
    void every_device_on_every_instance_is_told_and_told_what_was_read() {
        LiveClient phone = device(one);
        LiveClient desk = device(two);
        pair.task(grace);
        JsonNode told = next(phone, "notification.new");
        assertThat(told.path("unread").asInt()).isEqualTo(1);
        assertThat(next(desk, "notification.new")).isEqualTo(told);
        assertThat(pair.graces().only()).isEqualTo(told.path("notification"));

        assertThat(Inbox.of(grace.at(two)).read(told.path("notification"))).isZero();
        JsonNode read = next(phone, "notification.read");
        assertThat(read.at("/ids/0")).isEqualTo(told.at("/notification/id"));
        assertThat(read.path("unread").asInt()).isZero();
        assertThat(next(desk, "notification.read")).isEqualTo(read);
        assertThat(Inbox.of(grace).read(told.path("notification"))).isZero();
    }

    @Test
    void a_socket_marks_read_like_rest_does() {
        LiveClient phone = device(one);
        LiveClient desk = device(two);
        pair.task(grace);
        pair.task(grace);
        JsonNode first = next(phone, "notification.new").path("notification");
        next(phone, "notification.new");
        String id = first.path("id").asText();
        phone.command("notification.read", "r1", null, Map.of("notification_id", id));
        JsonNode ack = phone.until("ack").path("data");
        assertThat(ack.at("/ids/0").asText()).isEqualTo(id);
        assertThat(ack.path("unread").asInt()).isEqualTo(1);
        phone.command("notification.read_all", "r2", null, Map.of("workspace_id", pair.workspace()));
        assertThat(phone.until("ack").at("/data/unread").asInt()).isZero();
        next(desk, "notification.new");
        assertThat(next(desk, "notification.read")).isEqualTo(ack);
        assertThat(next(desk, "notification.read").path("ids")).hasSize(1);
        phone.command("notification.read_all", "r3", null, Map.of());
        JsonNode nothing = phone.until("ack");
        assertThat(nothing.at("/data/ids").isNull()).isTrue();
        assertThat(nothing.at("/data/unread").asInt()).isZero();
    }

    @Test
    void what_comes_while_one_is_away_is_told_on_return() {
        JsonNode before = grace.get("/api/me/snapshot").expect(200);
        pair.task(grace);
        Pair.say(ada, pair.task(null), "@Grace", grace);
        calm.await();
        LiveClient phone = grace.at(two)
                .connects("/ws?token=" + grace.token() + "&me_since="
                        + before.path("seq").asLong() + "&me_epoch="
                        + before.path("epoch").asText())
                .everything();
        JsonNode first = next(phone, "notification.new");
        JsonNode second = next(phone, "notification.new");
        assertThat(first.at("/notification/kind").asText()).isEqualTo("assigned");
        assertThat(first.path("unread").asInt()).isEqualTo(1);
        assertThat(second.at("/notification/kind").asText()).isEqualTo("mentioned");
        assertThat(second.path("unread").asInt()).isEqualTo(2);
    }

    @Test
    void the_list_comes_in_pages_with_the_unread_first() {
        for (int i = 0; i < 5; i++) pair.task(grace);
        calm.await();
        List<JsonNode> all = pair.graces().all();
        Inbox.of(grace).read(all.get(0));
        Inbox.of(grace).read(all.get(3));
        List<JsonNode> sorted = pair.graces().all();
        assertThat(ids(sorted))
                .containsExactly(id(all.get(1)), id(all.get(2)), id(all.get(4)), id(all.get(0)), id(all.get(3)));
        String query = "/api/notifications?limit=2&workspace_id=" + pair.workspace();
        JsonNode first = grace.get(query).expect(200);
        JsonNode second = grace.get(
                        query + "&cursor=" + first.path("next_cursor").asText())
                .expect(200);
        JsonNode third = grace.get(
                        query + "&cursor=" + second.path("next_cursor").asText())
                .expect(200);
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> StreamSupport.stream(page.path("items").spliterator(), false))
                        .map(NotificationDeliveryTest::id))
                .isEqualTo(ids(sorted));
        assertThat(third.path("next_cursor").isNull()).isTrue();
        assertThat(first.path("unread").asInt()).isEqualTo(3);
        assertThat(pair.graces().all("&unread=true")).hasSize(3);
        assertThat(pair.graces().all("&unread=false")).hasSize(2);
        assertThat(pair.graces().all("&kind=mentioned")).isEmpty();
        assertThat(grace.get(query + "&cursor=nonsense").refused(422)).isEqualTo("validation_failed");
    }

    private static List<String> ids(List<JsonNode> notifications) {
        return notifications.stream().map(NotificationDeliveryTest::id).toList();
    }

    private static String id(JsonNode notification) {
        return notification.path("id").asText();
    }

    @Test
    void the_counter_is_exact_at_every_event_whoever_reads_meanwhile() throws Exception {
        JsonNode before = grace.get("/api/me/snapshot").expect(200);
        List<Thread> crowd = Stream.of(one, two, one, two)
                .map(server -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 12; i++) new Pair(ada.at(server), grace, pair.workspace()).task(grace);
                }))
                .toList();
        Random random = new Random(7);
        while (crowd.stream().anyMatch(Thread::isAlive) || calm.behind() > 0) {
            Inbox inbox = Inbox.of(random.nextBoolean() ? grace : grace.at(two));
            List<JsonNode> unread = inbox.all("&unread=true");
            if (unread.isEmpty()) continue;
            if (random.nextInt(6) == 0) inbox.readAll();
            else inbox.read(unread.get(random.nextInt(unread.size())));
        }
        calm.await();
        assertThat(pair.graces().all()).hasSize(48);
        assertThat(pair.graces().all("&unread=true")).hasSize(Inbox.of(grace).unread());
        assertThat(countedBy(before)).isEqualTo(Inbox.of(grace).unread());
    }

    /** Counts along with the events, from nothing unread on; each says the same. */
    private int countedBy(JsonNode before) {
        Set<UUID> unread = new HashSet<>();
        JsonNode events = grace.get(
                        "/api/me/events?limit=1000&since=" + before.path("seq").asLong())
                .expect(200)
                .path("events");
        for (JsonNode event : events) {
            JsonNode data = event.path("data");
            switch (event.path("type").asText()) {
                case "notification.new" ->
                    assertThat(unread.add(UUID.fromString(id(data.path("notification")))))
                            .isTrue();
                case "notification.read" -> {
                    if (data.path("ids").isNull()) unread.clear();
                    else
                        data.path("ids").forEach(id -> assertThat(unread.remove(UUID.fromString(id.asText())))
                                .isTrue());
                }
                default -> {}
            }
            if (data.has("unread")) assertThat(data.path("unread").asInt()).isEqualTo(unread.size());
        }
        return unread.size();
    }
}
