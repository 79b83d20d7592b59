package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances look for what is due, and everybody is reminded once. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueSoonTest {

    private static final Map<String, String> SETTINGS = Map.of("notifications.due_check_seconds", "1");

    private TandemServer one;
    private TandemServer two;
    private DatabaseSession database;
    private Pair pair;
    private Person ada;
    private Person grace;

    @BeforeAll
    void start(TestDatabase where) {
        one = TandemServer.start(where, SETTINGS);
        two = TandemServer.start(where, SETTINGS);
        database = new DatabaseSession(where);
        pair = Pair.meet(one);
        ada = pair.ada();
        grace = pair.grace();
    }

    @AfterAll
    void stop() {
        database.close();
        two.close();
        one.close();
    }

    @BeforeEach
    void anew() {
        pair = pair.elsewhere();
        Inbox.of(grace).prefers("{}");
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private String task(@Nullable Person assignee, Duration due) {
        Map<String, Object> task = new HashMap<>(Map.of("title", "Paint", "workspace_id", pair.workspace()));
        task.put("due_at", in(due));
        task.put("assigned_to", assignee == null ? null : assignee.id());
        return "/api/tasks/"
                + ada.post("/api/tasks", task).expect(201).path("id").asText();
    }

    private List<JsonNode> reminders() {
        return pair.graces().all("&kind=due_soon");
    }

    /** Both instances have looked since: each reminds of a task that was made after everything else. */
    private void bothHaveLooked() {
        for (int round = 0; round < 2; round++) {
            int before = reminders().size();
            task(grace, Duration.ofMinutes(5));
            Calm.until(() -> reminders().size() > before);
        }
    }

    private long remindersOf(String task) {
        String id = task.replace("/api/tasks/", "");
        return reminders().stream()
                .filter(reminder -> reminder.at("/task/id").asText().equals(id))
                .mapToLong(reminder -> reminder.path("count").asLong())
                .sum();
    }

    @Test
    void whose_task_is_due_is_reminded_once() {
        String task = task(grace, Duration.ofHours(3));
        Calm.until(() -> remindersOf(task) == 1);
        JsonNode reminder = reminders().getFirst();
        assertThat(reminder.path("actor").isNull()).isTrue();
        assertThat(reminder.at("/task/title").asText()).isEqualTo("Paint");
        assertThat(reminder.path("workspace_name").asText()).isEqualTo("Shared");
        assertThat(Instant.parse(reminder.path("due_at").asText())).isAfter(Instant.now());
        bothHaveLooked();
        assertThat(remindersOf(task)).isEqualTo(1);
        assertThat(database.read("SELECT count(*) FROM journal_event WHERE log_id = '" + grace.id()
                        + "' AND type LIKE 'notification.%' AND data::text LIKE '%due_soon%" + task.substring(11)
                        + "%'"))
                .isEqualTo("1");
    }

    @Test
    void nobody_is_reminded_of_what_is_done_nobodys_past_far_off_or_muted() {
        String done = task(grace, Duration.ofHours(30));
        ada.post(done + "/complete", "{}").expect(200);
        ada.patch(done, Map.of("due_at", in(Duration.ofHours(1)))).expect(200);
        String muted = task(grace, Duration.ofHours(30));
        grace.put(muted + "/mute", "{}").expect(204);
        ada.patch(muted, Map.of("due_at", in(Duration.ofHours(1)))).expect(200);
        List<String> tasks = List.of(
                done,
                muted,
                task(null, Duration.ofHours(1)),
                task(ada, Duration.ofHours(1)),
                task(grace, Duration.ofHours(-1)),
                task(grace, Duration.ofHours(25)));
        bothHaveLooked();
        assertThat(tasks).allSatisfy(task -> assertThat(remindersOf(task)).isZero());
    }

    @Test
    void each_is_reminded_as_long_before_as_they_want() {
        String far = task(grace, Duration.ofHours(100));
        String near = task(grace, Duration.ofMinutes(90));
        Inbox.of(grace).prefers("{\"due_soon_hours\":168}");
        Calm.until(() -> remindersOf(far) == 1);
        Inbox.of(grace).prefers("{\"due_soon_hours\":1}");
        String later = task(grace, Duration.ofMinutes(90));
        bothHaveLooked();
        assertThat(remindersOf(later)).isZero();
        assertThat(remindersOf(near)).isEqualTo(1);
    }

    @Test
    void another_date_is_another_reminder() {
        String task = task(grace, Duration.ofHours(2));
        Calm.until(() -> remindersOf(task) == 1);
        Inbox.of(grace).readAll();
        String moved = in(Duration.ofHours(4));
        ada.patch(task, Map.of("due_at", moved)).expect(200);
        Calm.until(() -> remindersOf(task) == 2);
        assertThat(reminders().getFirst().path("due_at").asText().substring(0, 19))
                .isEqualTo(moved.substring(0, 19));
        ada.patch(task, Map.of("title", "Paint it")).expect(200);
        bothHaveLooked();
        assertThat(remindersOf(task)).isEqualTo(2);
    }

    @Test
    void who_gets_a_task_that_is_due_is_reminded_too() {
        String task = task(ada, Duration.ofHours(2));
        ada.patch(task + "/assign", Map.of("assigned_to", grace.id())).expect(200);
        Calm.until(() -> remindersOf(task) == 1);
    }

    @Test
    void a_personal_task_reminds_its_owner() {
        Map<String, String> task = Map.of("title", "Milk", "due_at", in(Duration.ofHours(1)));
        String id = grace.post("/api/tasks", task).expect(201).path("id").asText();
        Calm.until(() -> Inbox.of(grace).all("&kind=due_soon").stream()
                .anyMatch(reminder -> reminder.at("/task/id").asText().equals(id)
                        && reminder.path("workspace_id").isNull()));
        assertThat(Inbox.of(ada).kinds("&kind=due_soon")).doesNotContain(id);
    }

    @Test
    void somebody_who_cannot_be_reminded_keeps_nobody_else_from_it() {
        Person first = one.register("First");
        Person last = one.register("Last");
        for (Person person : List.of(first, last)) ada.invites(person, pair.workspace(), "member");
        database.run("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$
                """);
        database.run("CREATE TRIGGER faulty BEFORE INSERT ON notifications_reminder FOR EACH ROW WHEN (NEW.user_id = '"
                + first.id() + "') EXECUTE FUNCTION fail()");
        task(first, Duration.ofHours(1));
        task(last, Duration.ofHours(1));
        try {
            Calm.until(() -> Inbox.of(last).kinds().contains("due_soon"));
            assertThat(Inbox.of(first).kinds()).containsExactly("assigned");
        } finally {
            database.run("DROP TRIGGER faulty ON notifications_reminder");
            database.run("DROP FUNCTION fail");
        }
        Calm.until(() -> Inbox.of(first).kinds().contains("due_soon"));
    }
}
