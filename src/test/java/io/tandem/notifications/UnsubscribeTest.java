package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The links at the end of mails, followed by people and by mail programs. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsubscribeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private MailServer mail;
    private TandemServer server;
    private Person ada;
    private Person grace;
    private UUID workspace;

    @BeforeAll
    void start(TestDatabase database) {
        mail = MailServer.start();
        server = TandemServer.start(database, mail.settings());
    }

    @AfterAll
    void stop() {
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

    /** The address of the one-click link in a mail about an assignment, as a path. */
    private String link() {
        Post.assign(ada, workspace, "Paint the fence", grace);
        Mail came = mail.next(grace.email());
        String header = came.header("List-Unsubscribe").getFirst();
        String path = URI.create(header.substring(1, header.length() - 1)).getPath();
        assertThat(came.text()).contains("/unsubscribe/" + path.substring(path.lastIndexOf('/') + 1));
        return path;
    }

    private JsonNode preferences() {
        return grace.get("/api/notifications/preferences").expect(200);
    }

    private boolean mails(String kind) {
        return preferences().path("kinds").path(kind).path("email").asBoolean();
    }

    @Test
    void looking_at_a_link_changes_nothing() {
        String link = link();
        assertThat(server.stranger().get(link).expect(200).path("kind").asText())
                .isEqualTo("assigned");
        assertThat(mails("assigned")).isTrue();
    }

    @Test
    void one_click_turns_off_that_kind_and_no_other_and_may_be_repeated() throws Exception {
        String link = link();
        LiveClient socket = grace.connects("/ws?token=" + grace.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        assertThat(click(link)).isEqualTo(200);
        assertThat(mails("assigned")).isFalse();
        assertThat(mails("mentioned")).isTrue();
        assertThat(preferences().path("kinds").path("assigned").path("in_app").asBoolean())
                .isTrue();
        assertThat(socket.aside("notification.preferences_changed")
                        .path("data")
                        .at("/kinds/assigned/email")
                        .asBoolean(true))
                .isFalse();
        assertThat(click(link)).isEqualTo(200);
        assertThat(server.stranger().post(link, "{}").expect(200).path("kind").asText())
                .isEqualTo("assigned");
        socket.close();
    }

    /** As mail programs do it, RFC 8058. */
    private int click(String link) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.url(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }

    @Test
    void nobody_can_make_a_link_for_somebody_else() {
        String link = link();
        String token = link.substring(link.lastIndexOf('/') + 1);
        String base = link.substring(0, link.lastIndexOf('/') + 1);
        String signature = token.substring(22, 65);
        for (String forged : new String[] {
            token.substring(0, 65) + "all",
            token.substring(0, 65) + "mentioned",
            token.substring(0, 65),
            token + "x",
            "A".repeat(22) + signature + "assigned",
            token.substring(0, 22) + "A".repeat(43) + "assigned",
            token.substring(0, 64) + (token.charAt(64) == 'A' ? "B" : "A") + "assigned",
            "x",
            "A".repeat(128)
        }) {
            assertThat(server.stranger().get(base + forged).refused(404)).isEqualTo("not_found");
            assertThat(server.stranger().post(base + forged, "{}").refused(404)).isEqualTo("not_found");
        }
        assertThat(mails("assigned")).isTrue();
        assertThat(mails("mentioned")).isTrue();
    }

    @Test
    void the_link_for_all_turns_off_all_mails_and_nothing_in_the_app() {
        Preferences before = new Preferences(Map.of(), Digest.DAILY, 8, 24);
        Preferences none = Mailed.ALL.without(before);
        assertThat(none.digest()).isEqualTo(Digest.OFF);
        assertThat(none.kinds().values()).allSatisfy(channels -> {
            assertThat(channels.email()).isFalse();
            assertThat(channels.inApp()).isTrue();
        });
        assertThat(Mailed.DIGEST.without(before).kinds()).isEqualTo(before.kinds());
        assertThat(Mailed.DIGEST.without(before).digest()).isEqualTo(Digest.OFF);
    }
}
