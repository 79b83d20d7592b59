package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails about what is new: to a real mail server, from two instances that wait an hour before they send. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailingTest {

    private static final Duration DELAY = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofHours(6);

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
        settings.put("mail.delay_seconds", Long.toString(DELAY.toSeconds()));
        settings.put("mail.interval_seconds", Long.toString(INTERVAL.toSeconds()));
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

    /** Nobody else is waiting: what is sent by the time somebody new got their mail would have been sent. */
    private void untilRoundsHavePassed() {
        Person eve = server.register("Eve");
        ada.invites(eve, workspace, "member");
        Post.assign(ada, workspace, "Only to see", eve);
        post.untilWanted(eve, 1);
        post.pass(eve, DELAY);
        mail.next(eve.email());
    }

    @Test
    void who_is_assigned_gets_one_mail_from_two_instances() {
        UUID task = Post.assign(ada, workspace, "Paint the fence", grace);
        post.untilWanted(grace, 1);
        post.pass(grace, DELAY);
        Mail came = mail.next(grace.email());
        assertThat(came.subject()).isEqualTo("Ada assigned “Paint the fence” to you");
        assertThat(came.text())
                .contains("Ada assigned “Paint the fence” to you")
                .contains("Garden")
                .contains(MailServer.HOME + "/workspaces/" + workspace + "/tasks/" + task)
                .contains("Assigned to me");
        assertThat(came.html()).contains(">Open the task</a>").contains("/tasks/" + task);
        assertThat(came.header("List-Unsubscribe"))
                .singleElement()
                .asString()
                .startsWith("<" + MailServer.HOME + "/api/notifications/unsubscribe/");
        assertThat(came.header("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        untilRoundsHavePassed();
        assertThat(mail.mails(grace.email())).hasSize(1);
    }

    @Test
    void many_people_at_once_get_one_each() {
        List<Person> people = IntStream.range(0, 12)
                .mapToObj(number -> server.register("P" + number))
                .toList();
        for (Person person : people) {
            ada.invites(person, workspace, "member");
            Post.assign(ada, workspace, "Rake", person);
        }
        people.forEach(person -> post.untilWanted(person, 1));
        post.run("UPDATE notifications_person SET mail_due_at = mail_due_at - interval '1 hour'");
        people.forEach(person -> mail.next(person.email()));
        untilRoundsHavePassed();
        assertThat(people)
                .allSatisfy(person -> assertThat(mail.mails(person.email())).hasSize(1));
    }

    @Test
    void letters_wait_gather_and_are_not_sent_too_often() {
        Post.assign(ada, workspace, "Paint the fence", grace);
        Post.assign(ada, workspace, "Cut the hedge", grace);
        post.untilWanted(grace, 2);
        untilRoundsHavePassed();
        assertThat(post.letters(grace)).isZero();

        post.pass(grace, DELAY);
        Mail came = mail.next(grace.email());
        assertThat(came.subject()).isEqualTo("Ada assigned “Paint the fence” to you and 1 more");
        assertThat(came.text()).contains("2 new notifications", "Paint the fence", "Cut the hedge");

        Post.assign(ada, workspace, "Rake the leaves", grace);
        post.untilWanted(grace, 1);
        post.pass(grace, DELAY);
        untilRoundsHavePassed();
        assertThat(post.letters(grace)).isEqualTo(1);
        post.pass(grace, INTERVAL);
        mail.until(grace.email(), mails -> mails.size() == 2);
    }

    @Test
    void what_was_read_meanwhile_is_not_mailed() {
        Post.assign(ada, workspace, "Paint the fence", grace);
        post.untilWanted(grace, 1);
        grace.post("/api/notifications/read-all", "{}").expect(200);
        post.pass(grace, DELAY);
        post.untilDone(grace);
        assertThat(post.letters(grace)).isZero();
    }

    @Test
    void who_does_not_want_to_be_disturbed_gets_no_mail() {
        Post.assign(ada, workspace, "Paint the fence", grace);
        post.untilWanted(grace, 1);
        post.status(grace, "do_not_disturb");
        post.pass(grace, DELAY);
        post.untilDone(grace);
        assertThat(post.letters(grace)).isZero();
    }

    @Test
    void who_left_meanwhile_or_muted_it_gets_no_mail() {
        Person alan = server.register("Alan");
        ada.invites(alan, workspace, "member");
        UUID task = Post.assign(ada, workspace, "Paint the fence", grace);
        Post.assign(ada, workspace, "Cut the hedge", alan);
        post.untilWanted(grace, 1);
        post.untilWanted(alan, 1);
        grace.put("/api/tasks/" + task + "/mute", "").expect(204);
        alan.post("/api/workspaces/" + workspace + "/leave", "").expect(204);
        post.pass(grace, DELAY);
        post.pass(alan, DELAY);
        post.untilDone(grace);
        post.untilDone(alan);
        assertThat(post.letters(grace) + post.letters(alan)).isZero();
    }

    @Test
    void who_is_removed_is_told_so() {
        grace.put("/api/notifications/preferences", "{\"kinds\":{\"left\":{\"in_app\":true,\"email\":true}}}")
                .expect(200);
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        post.untilWanted(grace, 1);
        post.pass(grace, DELAY);
        assertThat(mail.next(grace.email()).subject()).isEqualTo("Ada removed you from Garden");
    }

    @Test
    void who_is_invited_finds_the_way_in() {
        Person alan = server.register("Alan");
        ada.post("/api/workspaces/" + workspace + "/invites", Map.of("role", "viewer", "email", alan.email()))
                .expect(201);
        post.untilWanted(alan, 1);
        post.pass(alan, DELAY);
        Mail came = mail.next(alan.email());
        assertThat(came.subject()).isEqualTo("Ada invited you to Garden: viewer");
        Matcher link =
                Pattern.compile(MailServer.HOME + "/join/([A-Za-z0-9_-]+)").matcher(came.text());
        assertThat(link.find()).isTrue();
        alan.post("/api/workspaces/join", Map.of("invite_token", link.group(1))).expect(200);
    }

    @Test
    void what_people_write_is_text_and_nothing_else() {
        ada.patch("/api/me", Map.of("name", "Ada <b>& \u202eco\u202c</b>")).expect(200);
        Post.assign(ada, workspace, "<script>alert('hi')</script> \"quoted\" émigré 😀", grace);
        post.untilWanted(grace, 1);
        post.pass(grace, DELAY);
        Mail came = mail.next(grace.email());
        assertThat(came.subject())
                .isEqualTo("Ada <b>& co</b> assigned “<script>alert('hi')</script> \"quoted\" émigré 😀” to you");
        assertThat(came.html()).doesNotContain("<script").doesNotContain("<b>").contains("&lt;script&gt;alert(&#39;hi");
        assertThat(came.text()).contains("<script>alert('hi')</script> \"quoted\" émigré 😀");
        assertThat(came.header("To")).containsExactly(grace.email());
        assertThat(came.header("Bcc")).isEmpty();
    }

    @Test
    void whoever_cannot_be_mailed_keeps_nobody_else_waiting() {
        Person eve = server.register("Eve");
        ada.invites(eve, workspace, "member");
        post.run("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$
                """);
        post.run("CREATE TRIGGER faulty BEFORE INSERT ON mail_letter FOR EACH ROW WHEN (NEW.recipient = '"
                + grace.email() + "') EXECUTE FUNCTION fail()");
        try {
            Post.assign(ada, workspace, "First", grace);
            Post.assign(ada, workspace, "Second", eve);
            post.untilWanted(grace, 1);
            post.untilWanted(eve, 1);
            post.pass(grace, DELAY.plusHours(1));
            post.pass(eve, DELAY);
            assertThat(mail.next(eve.email()).subject()).contains("Second");
        } finally {
            post.run("DROP TRIGGER faulty ON mail_letter");
            post.run("DROP FUNCTION fail");
        }
        assertThat(mail.mails(grace.email())).isEmpty();
        post.pass(grace, DELAY);
        assertThat(mail.next(grace.email()).subject()).contains("First");
    }
}
