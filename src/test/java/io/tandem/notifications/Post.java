package io.tandem.notifications;

import io.tandem.testing.DatabaseSession;
import io.tandem.testing.Person;
import io.tandem.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What waits to be mailed to whom, in a database, and how long it has been waiting. */
final class Post implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseSession session;

    Post(TestDatabase database) {
        session = new DatabaseSession(database);
    }

    /** Waits until so many notifications of somebody are to be mailed. */
    void untilWanted(Person person, int count) {
        until("SELECT count(*) = " + count + " FROM notifications_notification WHERE mail = 'wanted' AND user_id = '"
                + person.id() + "'");
    }

    /** Waits until nothing of somebody's is to be mailed any more, whether it was or not. */
    void untilDone(Person person) {
        until("SELECT count(*) = 0 FROM notifications_notification WHERE mail = 'wanted' AND user_id = '" + person.id()
                + "'");
    }

    /** How many letters there are to somebody, sent or not. */
    int letters(Person person) {
        return Integer.parseInt(
                session.read("SELECT count(*) FROM mail_letter WHERE recipient = '" + person.email() + "'"));
    }

    void untilDigestIsPlanned(Person person) {
        until("SELECT count(*) = 1 FROM notifications_digest WHERE user_id = '" + person.id() + "'");
    }

    /** When the next digest of somebody is due, as text in UTC. */
    String digestAt(Person person) {
        return session.read(
                "SELECT to_char(next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM notifications_digest"
                        + " WHERE user_id = '" + person.id() + "'");
    }

    /** The next digest of somebody has been due since a moment ago; answers once it was looked at. */
    void digestNow(Person person) {
        run("UPDATE notifications_digest SET next_at = now() - interval '1 second' WHERE user_id = '" + person.id()
                + "'");
        until("SELECT next_at > now() FROM notifications_digest WHERE user_id = '" + person.id() + "'");
    }

    /** Time passes for somebody's mails. */
    void pass(Person person, Duration time) {
        String by = " - interval '" + time.toSeconds() + " seconds'";
        run("UPDATE notifications_person SET mail_due_at = mail_due_at" + by + ", mailed_at = mailed_at" + by
                + " WHERE user_id = '" + person.id() + "'");
    }

    void status(Person person, String status) {
        run("INSERT INTO presence_person (user_id, status) VALUES ('" + person.id() + "', '" + status
                + "') ON CONFLICT (user_id) DO UPDATE SET status = excluded.status");
    }

    void run(String sql) {
        session.run(sql);
    }

    String read(String sql) {
        return session.read(sql);
    }

    private void until(String condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!session.read(condition).equals("t")) {
            if (System.nanoTime() > deadline) throw new AssertionError("Never: " + condition);
        }
    }

    /** A task in a workspace for somebody. */
    static UUID assign(Person by, UUID workspace, String title, Person to) {
        UUID task = UUID.fromString(by.createTask(workspace, title).path("id").asText());
        by.patch("/api/tasks/" + task + "/assign", Map.of("assigned_to", to.id()))
                .expect(200);
        return task;
    }

    @Override
    public void close() {
        session.close();
    }
}
