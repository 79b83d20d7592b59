package io.tandem.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.MailGate;
import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.Scrape;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Letters on their way: to a real mail server, behind a gate that does what networks and stubborn servers do. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

    private static final String GRACE = "grace@example.org";
    private static final String TOKEN = "only-for-prometheus";

    private TestDatabase database;
    private MailServer mail;
    private TandemServer server;
    private MailRoom room;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        mail = MailServer.start();
        Map<String, String> settings = new HashMap<>(mail.settings());
        settings.put("metrics.token", TOKEN);
        server = TandemServer.start(own, settings);
        room = new MailRoom(own, mail.settings());
    }

    @AfterEach
    void heal() {
        mail.gate().heal();
    }

    @AfterAll
    void stop() {
        room.close();
        server.close();
        mail.close();
    }

    private static Letter letter(String key, String to) {
        return Letter.about(key, to, "Ada invites you to Kitchen")
                .title("Kitchen is waiting")
                .text("Ada would like you to come in.")
                .button("Join Kitchen", URI.create("https://tandem.example/join/abc"))
                .because("You get this because Ada wrote your address into an invite.");
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private static String somebody() {
        return UUID.randomUUID() + "@example.org";
    }

    @Test
    void a_letter_arrives_once_with_both_parts_and_its_headers() {
        String key = key();
        room.put(letter(key, GRACE)
                .unsubscribe(new Letter.Unsubscribe(
                        "No more of these",
                        URI.create("https://tandem.example/unsubscribe/t"),
                        URI.create("https://tandem.example/api/notifications/unsubscribe/t"))));
        room.untilState(key, "sent");
        assertThat(mail.mails(GRACE)).hasSize(1);
        Mail came = mail.next(GRACE);
        assertThat(came.subject()).isEqualTo("Ada invites you to Kitchen");
        assertThat(came.header("From")).containsExactly("Tandem <tandem@tandem.example>");
        assertThat(came.header("To")).containsExactly(GRACE);
        assertThat(came.header("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(came.header("Message-ID")).singleElement().asString().endsWith("@tandem.example>");
        assertThat(came.header("List-Unsubscribe"))
                .containsExactly("<https://tandem.example/api/notifications/unsubscribe/t>");
        assertThat(came.header("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(came.text())
                .contains("Ada would like you to come in.")
                .contains("https://tandem.example/join/abc")
                .contains("No more of these");
        assertThat(came.html()).contains("Ada would like you to come in.").contains("Join Kitchen</a>");
    }

    @Test
    void the_same_key_twice_is_one_letter() {
        String key = key();
        String to = somebody();
        room.put(letter(key, to));
        room.put(letter(key, to));
        room.untilState(key, "sent");
        room.put(letter(key, to));
        String later = key();
        room.put(letter(later, to));
        room.untilState(later, "sent");
        assertThat(mail.mails(to)).hasSize(2);
    }

    @Test
    void what_did_not_happen_is_not_told() {
        String key = key();
        room.putAndRollBack(letter(key, somebody()));
        assertThat(room.state(key)).isEqualTo("none");
    }

    @Test
    void two_instances_at_once_send_each_letter_once() {
        List<String> people =
                IntStream.range(0, 40).mapToObj(number -> somebody()).toList();
        try (TandemServer other = TandemServer.start(database, mail.settings())) {
            assertThat(other.instance().port()).isPositive();
            for (String to : people) room.put(letter(key(), to));
            people.forEach(mail::next);
        }
        assertThat(people).allSatisfy(to -> assertThat(mail.mails(to)).hasSize(1));
    }

    @Test
    void a_mail_server_that_is_away_gets_them_once_when_it_is_back() {
        String to = somebody();
        String key = key();
        mail.gate().shut();
        room.put(letter(key, to));
        room.untilAttempts(key, 1);
        assertThat(room.state(key)).isEqualTo("waiting");
        assertThat(mailHealth()).isEqualTo("away");
        mail.gate().heal();
        room.pass(Duration.ofMinutes(1));
        room.untilState(key, "sent");
        assertThat(mail.mails(to)).hasSize(1);
        assertThat(mailHealth()).isEqualTo("up");
    }

    private String mailHealth() {
        return server.stranger().get("/health").expect(200).path("mail").asText();
    }

    @Test
    void what_becomes_of_letters_is_counted() {
        String key = key();
        String refused = key();
        room.put(letter(key, somebody()));
        room.untilState(key, "sent");
        mail.gate().answer("RCPT", "550 5.1.1 Nobody lives here");
        room.put(letter(refused, somebody()));
        room.untilState(refused, "failed");
        Scrape scrape = Scrape.of(server.url("/metrics"), "Authorization", "Bearer " + TOKEN);
        assertThat(scrape.values().get("tandem_mail_letters_total{outcome=\"sent\"}"))
                .isPositive();
        assertThat(scrape.values().get("tandem_mail_letters_total{outcome=\"refused\"}"))
                .isPositive();
        assertThat(scrape.values().get("tandem_mail_handover_seconds_count")).isPositive();
        assertThat(scrape.values()).containsKeys("tandem_mail_up", "tandem_mail_waiting");
    }

    @Test
    void refused_for_now_is_tried_again() {
        String to = somebody();
        String key = key();
        mail.gate().answer("RCPT", "451 4.7.1 Come back later");
        room.put(letter(key, to));
        room.untilAttempts(key, 1);
        room.pass(Duration.ofMinutes(1));
        room.untilAttempts(key, 2);
        assertThat(room.error(key)).contains("451");
        mail.gate().heal();
        room.pass(Duration.ofMinutes(1));
        room.untilState(key, "sent");
        assertThat(mail.mails(to)).hasSize(1);
    }

    @Test
    void refused_for_good_is_given_up() {
        String to = somebody();
        String key = key();
        mail.gate().answer("RCPT", "550 5.1.1 Nobody lives here");
        room.put(letter(key, to));
        room.untilState(key, "failed");
        assertThat(room.attempts(key)).isEqualTo(1);
        assertThat(room.error(key)).contains("Nobody lives here");
        assertThat(mail.mails(to)).isEmpty();
    }

    @Test
    void what_is_refused_for_two_days_is_given_up() {
        String key = key();
        mail.gate().answer("MAIL", "421 Too busy");
        room.put(letter(key, somebody()));
        room.untilAttempts(key, 1);
        room.pass(Duration.ofHours(49));
        room.untilState(key, "failed");
    }

    @Test
    void a_letter_whose_answer_was_lost_is_not_sent_again() {
        String to = somebody();
        String key = key();
        mail.gate().breakAfter(MailGate.END_OF_DATA);
        room.put(letter(key, to));
        room.untilState(key, "uncertain");
        mail.gate().heal();
        room.pass(Duration.ofHours(1));
        String later = key();
        room.put(letter(later, to));
        room.untilState(later, "sent");
        assertThat(room.attempts(key)).isEqualTo(1);
        assertThat(mail.mails(to)).hasSize(2);
    }

    @Test
    void a_line_that_breaks_before_the_letter_was_begun_is_tried_again() {
        String to = somebody();
        String key = key();
        mail.gate().breakAfter("EHLO");
        mail.gate().breakAfter("RSET");
        room.put(letter(key, to));
        room.untilAttempts(key, 1);
        assertThat(room.state(key)).isEqualTo("waiting");
        mail.gate().heal();
        room.pass(Duration.ofMinutes(1));
        room.untilState(key, "sent");
        assertThat(mail.mails(to)).hasSize(1);
    }

    @Test
    void an_address_no_mail_can_be_sent_to_stands_in_nobodys_way() {
        String key = key();
        room.put(letter(key, "x<victim@example.org>"));
        room.put(letter(key(), "two@example.org,three@example.org"));
        assertThat(room.state(key)).isEqualTo("none");
    }
}
