package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is old is forgotten, and every device hears of what it has to. */
@WithDatabase
class RetentionTest {

    private static final String AGED = "UPDATE notifications_notification SET updated_at = now() - interval '8 days'"
            + " WHERE content ->> 'workspace_name' = 'Shared' AND task_id = '%s'";

    @Test
    void old_ones_are_marked_read_and_go_and_leftover_mutes_too(TestDatabase where) {
        try (Calm calm = new Calm(where);
                DatabaseSession database = new DatabaseSession(where)) {
            Pair pair;
            try (TandemServer server = TandemServer.start(where)) {
                pair = Pair.meet(server);
                prepare(pair, calm, database);
            }
            try (TandemServer server = TandemServer.start(where, Map.of("notifications.keep_days", "7"))) {
                forgets(pair.grace().at(server), database);
            }
        }
    }

    private static void prepare(Pair pair, Calm calm, DatabaseSession database) {
        Person grace = pair.grace();
        String old = pair.task(grace);
        String muted = pair.task(null);
        grace.put(muted + "/mute", "{}").expect(204);
        grace.put(old + "/mute", "{}").expect(204);
        pair.ada().delete(muted).expect(204);
        pair.task(grace);
        calm.await();
        database.run(AGED.formatted(old.replace("/api/tasks/", "")));
        database.run("UPDATE notifications_cause SET at = at - interval '8 days'");
    }

    private static void forgets(Person grace, DatabaseSession database) {
        Inbox inbox = Inbox.of(grace);
        Calm.until(() -> inbox.all().size() == 1
                && database.read("SELECT count(*) FROM notifications_cause").equals("0"));
        assertThat(inbox.unread()).isEqualTo(1);
        JsonNode snapshot = grace.get("/api/me/snapshot").expect(200);
        assertThat(snapshot.path("unread_notifications").asInt()).isEqualTo(1);
        assertThat(snapshot.path("mutes")).hasSize(1);
        JsonNode events = grace.get("/api/me/events?limit=1000").expect(200).path("events");
        assertThat(events.findValuesAsText("type")).contains("notification.read", "notification.unmuted");
    }
}
