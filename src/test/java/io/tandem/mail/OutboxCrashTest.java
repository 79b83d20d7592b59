package io.tandem.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.MailGate;
import io.tandem.testing.MailServer;
import io.tandem.testing.TandemProcess;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters outlive the instances that send them, and are not doubled by it. */
@WithDatabase
class OutboxCrashTest {

    private static final String PASSWORD = "hunter2+hunter2";

    private static Letter letter(String key) {
        return Letter.about(key, to(key), "News").text("Something happened.").because("You get this to be sure.");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String to(String key) {
        return key + "@example.org";
    }

    private static Map<String, String> environment(TestDatabase database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of("TANDEM_DATABASE_URI", database.uri()));
        settings.forEach((name, value) ->
                environment.put("TANDEM_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    @Test
    void an_instance_killed_while_it_sends_makes_no_second_one(TestDatabase database, @TempDir Path folder)
            throws Exception {
        String key = key();
        try (MailServer mail = MailServer.start();
                MailRoom room = new MailRoom(database, mail.settings())) {
            mail.gate().holdAfter(MailGate.END_OF_DATA);
            try (TandemProcess tandem =
                    TandemProcess.start(folder.toRealPath().resolve("data"), environment(database, mail.settings()))) {
                tandem.hasSaid("Tandem is ready at");
                room.put(letter(key));
                mail.gate().awaitReached();
                tandem.kill();
            }
            mail.gate().heal();
            assertThat(room.state(key)).isEqualTo("sending");
            room.pass(Duration.ofHours(1));
            try (TandemServer next = TandemServer.start(database, mail.settings())) {
                room.untilState(key, "uncertain");
                String later = key();
                room.put(letter(later));
                room.untilState(later, "sent");
                assertThat(next.instance().port()).isPositive();
            }
            assertThat(mail.mails(to(key))).hasSize(1);
        }
    }

    @Test
    void what_waits_at_the_end_of_one_instance_is_sent_by_the_next(TestDatabase database) {
        String key = key();
        try (MailServer mail = MailServer.start();
                MailRoom room = new MailRoom(database, mail.settings())) {
            mail.gate().shut();
            try (TandemServer first = TandemServer.start(database, mail.settings())) {
                assertThat(first.instance().port()).isPositive();
                room.put(letter(key));
                room.untilAttempts(key, 1);
            }
            mail.gate().heal();
            room.pass(Duration.ofMinutes(1));
            try (TandemServer second = TandemServer.start(database, mail.settings())) {
                assertThat(second.instance().port()).isPositive();
                room.untilState(key, "sent");
            }
            assertThat(mail.mails(to(key))).hasSize(1);
        }
    }

    @Test
    void a_stopped_instance_lets_a_letter_under_way_arrive(TestDatabase database) throws Exception {
        String key = key();
        try (MailServer mail = MailServer.start();
                MailRoom room = new MailRoom(database, mail.settings())) {
            mail.gate().pauseAfter(MailGate.END_OF_DATA);
            TandemServer server = TandemServer.start(database, mail.settings());
            room.put(letter(key));
            mail.gate().awaitReached();
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
            assertThat(stopping).isNotDone();
            mail.gate().goOn();
            stopping.get(30, TimeUnit.SECONDS);
            assertThat(room.state(key)).isEqualTo("sent");
        }
    }

    @Test
    void a_wrong_password_costs_no_letter_and_stays_out_of_the_log(TestDatabase database, @TempDir Path folder)
            throws Exception {
        String key = key();
        try (MailServer mail = MailServer.start("ada", PASSWORD);
                MailRoom room = new MailRoom(database, mail.settings())) {
            Map<String, String> wrong = new HashMap<>(environment(database, mail.settings()));
            wrong.put("TANDEM_MAIL_URI", mail.uri().replace("//", "//ada:" + PASSWORD + "xyz@"));
            try (TandemProcess tandem = TandemProcess.start(folder.toRealPath().resolve("data"), wrong)) {
                tandem.hasSaid("Mails go out over 127.0.0.1:" + mail.gate().port() + " from tandem@tandem.example");
                room.put(letter(key));
                tandem.hasSaid("The mail server does not take letters now, they wait");
                room.untilAttempts(key, 1);
                assertThat(tandem.output()).contains("535").doesNotContain("hunter2");
            }
            room.pass(Duration.ofMinutes(1));
            Map<String, String> right = new HashMap<>(mail.settings());
            right.put("mail.uri", mail.uri().replace("//", "//ada:" + PASSWORD + "@"));
            try (TandemServer server = TandemServer.start(database, right)) {
                assertThat(server.instance().port()).isPositive();
                room.untilState(key, "sent");
            }
            assertThat(mail.mails(to(key))).hasSize(1);
        }
    }

    @Test
    void a_server_that_does_not_encrypt_is_not_told_anything_where_that_is_required(TestDatabase database) {
        String key = key();
        try (MailServer mail = MailServer.start();
                MailRoom room = new MailRoom(database, mail.settings())) {
            Map<String, String> strict = new HashMap<>(mail.settings());
            strict.put("mail.uri", mail.uri() + "?tls=required");
            try (TandemServer server = TandemServer.start(database, strict)) {
                assertThat(server.instance().port()).isPositive();
                room.put(letter(key));
                room.untilAttempts(key, 1);
                assertThat(room.error(key)).contains("STARTTLS");
            }
            assertThat(mail.mails(to(key))).isEmpty();
        }
    }

    @Test
    void an_encrypted_server_must_be_one_that_java_trusts(TestDatabase database, @TempDir Path folder)
            throws Exception {
        String key = key();
        Path keyStore = MailServer.makeKeyStore(folder.toRealPath().resolve("keys.p12"));
        try (MailServer mail = MailServer.startEncrypted(keyStore);
                MailRoom room = new MailRoom(database, mail.settings())) {
            Map<String, String> settings = new HashMap<>(mail.settings());
            settings.put("mail.uri", mail.encryptedUri());
            try (TandemServer server = TandemServer.start(database, settings)) {
                assertThat(server.instance().port()).isPositive();
                room.put(letter(key));
                room.untilAttempts(key, 1);
                assertThat(room.state(key)).isEqualTo("waiting");
            }
            room.pass(Duration.ofMinutes(1));
            Map<String, String> trusting = new HashMap<>(environment(database, settings));
            trusting.put(
                    "JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + keyStore + " -Djavax.net.ssl.trustStorePassword="
                            + MailServer.KEY_STORE_PASSWORD);
            try (TandemProcess tandem = TandemProcess.start(folder.toRealPath().resolve("data"), trusting)) {
                tandem.hasSaid("Tandem is ready at");
                room.untilState(key, "sent");
            }
            assertThat(mail.mails(to(key))).hasSize(1);
        }
    }

    @Test
    void without_a_mail_server_everything_works_and_it_is_said(TestDatabase database, @TempDir Path folder)
            throws Exception {
        String key = key();
        try (MailRoom room = new MailRoom(database, Map.of());
                TandemServer server = TandemServer.start(database)) {
            room.put(letter(key));
            assertThat(room.state(key)).isEqualTo("none");
            assertThat(server.stranger()
                            .get("/api/config")
                            .expect(200)
                            .path("mail")
                            .asBoolean(true))
                    .isFalse();
            assertThat(server.stranger().get("/health").expect(200).path("mail").asText())
                    .isEqualTo("none");
            server.register("Ada").createWorkspace("Kitchen");
        }
        try (TandemProcess tandem = TandemProcess.start(
                folder.toRealPath().resolve("data"), Map.of("TANDEM_DATABASE_URI", database.uri()))) {
            tandem.hasSaid("No mail.uri: no mails are sent");
        }
    }
}
