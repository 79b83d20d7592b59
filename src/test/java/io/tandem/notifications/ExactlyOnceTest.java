package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cause tells each person once, whatever fails, stands in the way or ends in between. */
@WithDatabase
class ExactlyOnceTest {

    private static final Map<String, String> SETTINGS =
            Map.of("notifications.sweep_seconds", "1", "journal.poll_ms", "100");

    private final TestDatabase where;
    private Calm calm;
    private DatabaseSession database;
    private TandemServer one;
    private TandemServer two;
    private Pair pair;
    private Person grace;

    ExactlyOnceTest(TestDatabase where) {
        this.where = where;
    }

    @BeforeEach
    void start() {
        calm = new Calm(where);
        database = new DatabaseSession(where);
        one = TandemServer.start(where, SETTINGS);
        two = TandemServer.start(where, SETTINGS);
        pair = Pair.meet(one);
        grace = pair.grace();
        calm.await();
    }

    @AfterEach
    void stop() {
        two.close();
        one.close();
        database.close();
        calm.close();
    }

    /** Not even grown: that would be the same cause once more in another dress. */
    private void heardOnce(int times) {
        calm.await();
        assertThat(pair.graces().kinds()).hasSize(times).containsOnly("assigned");
        assertThat(pair.graces().all())
                .allSatisfy(told -> assertThat(told.path("count").asInt()).isEqualTo(1));
        assertThat(Inbox.of(grace.at(two)).unread()).isEqualTo(times);
        String told = "SELECT count(*) FROM journal_event WHERE log_id = '" + grace.id()
                + "' AND type IN ('notification.new', 'notification.updated')";
        assertThat(database.read(told)).isEqualTo("" + times);
    }

    private void holdsPosition(DatabaseSession session) {
        session.run("BEGIN");
        session.run("SELECT FROM notifications_position WHERE log_id = '" + pair.workspace() + "' FOR UPDATE");
    }

    @ParameterizedTest
    @CsvSource({
        "notifications_cause, INSERT, true",
        "notifications_notification, INSERT, true",
        "notifications_person, UPDATE, true",
        "notifications_position, UPDATE, true",
        "journal_event, INSERT, NEW.type = 'notification.new'"
    })
    void a_step_that_fails_anywhere_has_not_happened_and_is_tried_again(String table, String change, String when) {
        database.run("CREATE SEQUENCE failures");
        database.run("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF nextval('failures') <= 2 THEN RAISE 'out of order'; END IF; RETURN NEW; END $$
                """);
        database.run("CREATE TRIGGER faulty BEFORE " + change + " ON " + table + " FOR EACH ROW WHEN (" + when
                + ") EXECUTE FUNCTION fail()");
        try {
            pair.task(grace);
            heardOnce(1);
            assertThat(Integer.parseInt(database.read("SELECT last_value FROM failures")))
                    .isGreaterThanOrEqualTo(3);
        } finally {
            database.run("DROP TRIGGER faulty ON " + table);
            database.run("DROP FUNCTION fail");
            database.run("DROP SEQUENCE failures");
        }
    }

    @Test
    void a_reader_whose_connection_is_cut_in_the_middle_has_told_nobody() {
        database.run("BEGIN");
        database.run("SELECT FROM notifications_person WHERE user_id = '" + grace.id() + "' FOR UPDATE");
        database.run("INSERT INTO notifications_person (user_id) VALUES ('" + grace.id() + "') ON CONFLICT DO NOTHING");
        pair.task(grace);
        database.untilSomebodyWaits();
        database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'");
        database.run("COMMIT");
        heardOnce(1);
    }

    @Test
    void two_instances_that_read_the_same_log_tell_of_nothing_twice() throws InterruptedException {
        Pair there = new Pair(pair.ada().at(two), grace, pair.workspace());
        Thread other = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) there.task(grace);
        });
        for (int i = 0; i < 20; i++) pair.task(grace);
        other.join();
        heardOnce(40);
    }

    @Test
    void what_piled_up_is_told_once_by_whoever_comes_first() {
        holdsPosition(database);
        for (int i = 0; i < 10; i++) pair.task(grace);
        database.run("COMMIT");
        heardOnce(10);
    }

    @Test
    void nobody_who_works_waits_for_the_reader() {
        database.run("BEGIN");
        database.run("LOCK TABLE notifications_position, notifications_person, notifications_notification");
        String task = pair.task(grace);
        Pair.say(grace, task, "Mine");
        pair.ada().post(task + "/complete", "{}").expect(200);
        database.run("ROLLBACK");
        calm.await();
        assertThat(pair.graces().kinds()).containsExactly("completed", "assigned");
    }

    @Test
    void what_an_instance_leaves_behind_another_one_finds() {
        UUID workspace = pair.workspace();
        holdsPosition(database);
        pair.task(grace);
        one.close();
        assertThat(calm.behind()).isPositive();
        database.run("COMMIT");
        calm.await();
        assertThat(new Inbox(grace.at(two), workspace).kinds()).containsExactly("assigned");
        one = TandemServer.start(where, SETTINGS);
    }

    @Test
    void a_restart_tells_of_nothing_again_and_goes_on_where_it_was_left() {
        pair.task(grace);
        calm.await();
        holdsPosition(database);
        pair.task(grace);
        two.close();
        one.close();
        database.run("COMMIT");
        assertThat(calm.behind()).isPositive();
        one = TandemServer.start(where, SETTINGS);
        two = TandemServer.start(where, SETTINGS);
        pair = new Pair(pair.ada().at(one), grace.at(one), pair.workspace());
        grace = pair.grace();
        heardOnce(2);
    }

    @Test
    void a_position_set_back_tells_of_nothing_again() {
        for (int i = 0; i < 3; i++) pair.task(grace);
        calm.await();
        database.run("UPDATE notifications_position SET seq = 0 WHERE log_id = '" + pair.workspace() + "'");
        heardOnce(3);
    }

    @Test
    void a_log_that_cannot_be_read_keeps_no_other_one_from_it() {
        Person alan = one.register("Alan");
        List<Pair> others = Stream.generate(() -> new Pair(pair.ada(), alan, pair.workspace()).elsewhere())
                .limit(5)
                .toList();
        calm.await();
        database.run("BEGIN");
        database.run("SELECT FROM notifications_position FOR UPDATE");
        pair.task(grace);
        others.forEach(other -> other.task(alan));
        two.close();
        one.close();
        database.run("COMMIT");
        database.run("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$
                """);
        database.run(
                "CREATE TRIGGER faulty BEFORE INSERT ON notifications_notification FOR EACH ROW WHEN (NEW.user_id = '"
                        + grace.id() + "') EXECUTE FUNCTION fail()");
        one = TandemServer.start(where, SETTINGS);
        two = TandemServer.start(where, SETTINGS);
        Inbox alans = Inbox.of(alan.at(one));
        Calm.until(() -> alans.unread() == others.size());
        assertThat(calm.behind()).isEqualTo(1);
        database.run("DROP TRIGGER faulty ON notifications_notification");
        pair = new Pair(pair.ada().at(one), grace.at(one), pair.workspace());
        heardOnce(1);
    }
}
