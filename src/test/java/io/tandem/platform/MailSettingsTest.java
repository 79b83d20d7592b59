package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.platform.SmtpServer.Login;
import io.tandem.platform.SmtpServer.Tls;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mails go out and who they are from and to. */
class MailSettingsTest {

    @Test
    void an_address_says_where_how_and_who() {
        assertThat(SmtpServer.parse("smtp://mail.example.org"))
                .isEqualTo(new SmtpServer("mail.example.org", 587, Tls.OFFERED, Optional.empty()));
        assertThat(SmtpServer.parse("smtps://ada%40home:p%3Aw+d@mail.example.org/"))
                .isEqualTo(new SmtpServer(
                        "mail.example.org", 465, Tls.AT_ONCE, Optional.of(new Login("ada@home", "p:w+d"))));
        assertThat(SmtpServer.parse("smtp://127.0.0.1:25?tls=off").tls()).isEqualTo(Tls.OFF);
        assertThat(SmtpServer.parse("smtp://[::1]:2525?tls=required"))
                .isEqualTo(new SmtpServer("::1", 2525, Tls.REQUIRED, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org",
                "smtp://",
                "smtp://mail.example.org/inbox",
                "smtp://mail.example.org:70000",
                "smtp://ada@mail.example.org",
                "smtp://ada:hunter2@mail_server",
                "smtp://ada:hunter2@mail?tls=maybe",
                "smtps://ada:hunter2@mail?tls=off",
                "smtp://ada:hunt er2@mail"
            })
    void an_address_nobody_can_use_stops_the_start_and_keeps_its_password(String uri) {
        assertThatThrownBy(() -> read(Map.of("TANDEM_MAIL_URI", uri, "TANDEM_PUBLIC_URL", "https://tandem.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mail.uri = ")
                .hasMessageContaining("smtp://user:password@host:port")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_mail_server_without_a_public_address_stops_the_start() {
        assertThatThrownBy(() -> read(Map.of("TANDEM_MAIL_URI", "smtp://mail.example.org")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("public.url")
                .hasMessageContaining("mail.uri");
    }

    @Test
    void the_sender_has_a_name_and_an_address() {
        assertThat(Mailbox.parse("Tandem am Kai <tandem@example.org>"))
                .isEqualTo(new Mailbox("Tandem am Kai", "tandem@example.org"));
        assertThat(Mailbox.parse("tandem@example.org")).hasToString("tandem@example.org");
        for (String wrong : new String[] {"Tandem", "Tandem <tandem>", "\"T\" <a@b.c>", "a@b.c, d@e.f"})
            assertThat(Mailbox.isMailbox(wrong)).as(wrong).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org,eve@example.org",
                "x<eve@example.org>",
                "<eve@example.org",
                "ada (eve)@example.org",
                "\"ada eve\"@example.org",
                "ada;eve@example.org",
                "ada@exam ple.org",
                "ada@-example.org",
                "ada@example..org",
                "ada",
                "@example.org",
                "ada@"
            })
    void an_address_that_could_be_more_than_one_is_none(String address) {
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void addresses_of_people_are_taken_as_they_are() {
        assertThat(Mailbox.of("Ada.Lovelace+tandem@Example.org"))
                .contains(new Mailbox("", "Ada.Lovelace+tandem@example.org"));
        assertThat(Mailbox.of("ada@bücher.example")).contains(new Mailbox("", "ada@xn--bcher-kva.example"));
    }

    private static Settings read(Map<String, String> environment) {
        Vertx vertx = Vertx.vertx();
        try {
            return Configuration.load(vertx, Optional.empty(), environment).await(10, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        } finally {
            vertx.close();
        }
    }
}
