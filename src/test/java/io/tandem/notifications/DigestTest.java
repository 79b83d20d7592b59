package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails that sum up, from two instances to a real mail server. Mails about single notifications wait for a day. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private MailServer mail;
    private TandemServer server;
    private TandemServer other;
    private Post post;
    private Person ada;
    private Person grace;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        mail = MailServer.start();
        Map<String, String> settings = new HashMap<>(mail.settings());
        settings.put("mail.delay_seconds", "86400");
        settings.put("notifications.due_check_seconds", "1");
        server = TandemServer.start(database, settings);
        other = TandemServer.start(database, settings);
        post = new Post(database);
    }

    @AfterAll
    void stop() {
        post.close();
        other.close();
        server.close();
        mail.close();
    }

    @BeforeEach
    void meet() {
        ada = server.register("Ada");
        grace = server.register("Grace");
        workspace = ada.createWorkspace("Garden");
        ada.invites(grace, workspace, "member");
    }

    private void wants(Person person, String rhythm, int hour) {
        person.put("/api/notifications/preferences", Map.of("digest", rhythm, "digest_hour", hour))
                .expect(200);
        post.untilDigestIsPlanned(person);
    }

    @Test
    void a_daily_digest_has_what_is_unread_due_and_changed() {
        UUID task = Post.assign(ada, workspace, "Paint the <b>fence</b>", grace);
        ada.patch(
                        "/api/tasks/" + task,
                        Map.of("due_at", Instant.now().plus(3, ChronoUnit.HOURS).toString()))
                .expect(200);
        grace.post("/api/tasks", Map.of("title", "Call home", "due_at", "2026-01-02T10:00:00Z"))
                .expect(201);
        grace.post("/api/tasks", Map.of("title", "Some day", "due_at", "2126-01-02T10:00:00Z"))
                .expect(201);
        post.untilWanted(grace, 1);
        wants(grace, "daily", 8);
        post.digestNow(grace);
        Mail came = mail.next(grace.email());
        assertThat(came.subject()).startsWith("Your day in Tandem: ");
        assertThat(came.text())
                .contains("Unread\n------", "Ada assigned “Paint the <b>fence</b>” to you")
                .contains("Due\n---", "Call home", "was due Fri 2 Jan, 10:00", "Garden · due ")
                .contains("What others changed", "Garden\n")
                .contains("You get this because you asked for a daily digest.")
                .doesNotContain("Some day");
        assertThat(came.html()).contains("&lt;b&gt;fence&lt;/b&gt;").doesNotContain("<b>");
        assertThat(came.header("List-Unsubscribe")).singleElement().asString().endsWith("digest>");
    }

    @Test
    void two_instances_write_it_once_and_never_twice_a_day() {
        List<Person> people = IntStream.range(0, 8)
                .mapToObj(number -> server.register("P" + number))
                .toList();
        for (Person person : people) {
            ada.invites(person, workspace, "viewer");
            wants(person, "daily", 8);
        }
        ada.createTask(workspace, "Look here");
        people.forEach(post::digestNow);
        people.forEach(person -> mail.next(person.email()));
        ada.createTask(workspace, "And here");
        people.forEach(post::digestNow);
        assertThat(people).allSatisfy(person -> assertThat(post.letters(person)).isEqualTo(1));
        assertThat(people)
                .allSatisfy(person -> assertThat(mail.mails(person.email())).hasSize(1));
    }

    @Test
    void with_nothing_to_say_there_is_none() {
        Person alan = server.register("Alan");
        wants(alan, "daily", 8);
        post.digestNow(alan);
        wants(grace, "daily", 8);
        ada.createTask(workspace, "News");
        post.digestNow(grace);
        mail.next(grace.email());
        assertThat(post.letters(alan)).isZero();
    }

    @Test
    void the_moment_is_that_of_the_persons_clock_and_moves_with_it() {
        grace.patch("/api/me", Map.of("time_zone", "Asia/Kolkata")).expect(200);
        wants(grace, "daily", 7);
        assertThat(post.digestAt(grace)).isEqualTo(next("Asia/Kolkata", 7));
        grace.patch("/api/me", Map.of("time_zone", "America/Los_Angeles")).expect(200);
        untilDigestAt(next("America/Los_Angeles", 7));
        grace.put("/api/notifications/preferences", Map.of("digest", "daily", "digest_hour", 19))
                .expect(200);
        untilDigestAt(next("America/Los_Angeles", 19));
        grace.put("/api/notifications/preferences", Map.of("digest", "off")).expect(200);
        untilDigestAt("");
    }

    private void untilDigestAt(String expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!post.digestAt(grace).equals(expected))
            assertThat(System.nanoTime()).as(post.digestAt(grace)).isLessThan(deadline);
    }

    private static String next(String zone, int hour) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of(zone));
        ZonedDateTime today = now.toLocalDate().atTime(hour, 0).atZone(now.getZone());
        LocalDate day =
                today.isAfter(now) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
        return day.atTime(hour, 0).atZone(now.getZone()).toInstant().toString();
    }

    @Test
    void what_was_told_once_is_not_told_again() {
        wants(grace, "weekly", 8);
        ada.createTask(workspace, "One");
        post.digestNow(grace);
        mail.next(grace.email());
        post.run("UPDATE notifications_digest SET last_day = last_day - 7 WHERE user_id = '" + grace.id() + "'");
        post.run("UPDATE mail_letter SET key = key || ':last week' WHERE recipient = '" + grace.email() + "'");
        post.digestNow(grace);
        assertThat(post.letters(grace)).isEqualTo(1);
    }

    @Test
    void whoever_cannot_be_told_keeps_nobody_else_waiting() {
        Person eve = server.register("Eve");
        ada.invites(eve, workspace, "member");
        post.run("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$
                """);
        post.run("CREATE TRIGGER faulty BEFORE INSERT ON mail_letter FOR EACH ROW WHEN (NEW.recipient = '"
                + grace.email() + "') EXECUTE FUNCTION fail()");
        try {
            List.of(grace, eve).forEach(person -> wants(person, "daily", 8));
            ada.createTask(workspace, "Look here");
            post.run("UPDATE notifications_digest SET next_at = now() - interval '1 hour' WHERE user_id = '"
                    + grace.id() + "'");
            post.digestNow(eve);
            assertThat(mail.next(eve.email()).subject()).startsWith("Your day in Tandem: ");
        } finally {
            post.run("DROP TRIGGER faulty ON mail_letter");
            post.run("DROP FUNCTION fail");
        }
        assertThat(mail.next(grace.email()).subject()).startsWith("Your day in Tandem: ");
    }
}
