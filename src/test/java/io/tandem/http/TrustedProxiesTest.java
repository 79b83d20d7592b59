package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a request says of its way here counts on a server that was told of its proxy, and on no other. */
@WithDatabase
class TrustedProxiesTest {

    private static final String[] HEADERS = {
        "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "tandem.example.org"
    };

    private static TandemServer behind;
    private static TandemServer open;

    @BeforeAll
    static void start(TestDatabase database) {
        Map<String, String> limits = Map.of("limits.tokens_per_minute_and_address", "2");
        open = TandemServer.start(database, limits);
        behind = TandemServer.start(
                database, Map.of("http.trusted_proxies", "127.0.0.0/8", "limits.tokens_per_minute_and_address", "2"));
    }

    @AfterAll
    static void stop() {
        behind.close();
        open.close();
    }

    private static String inviteUrl(TandemServer server) {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Shared");
        return ada.send("POST", "/api/workspaces/" + workspace + "/invites", Map.of(), HEADERS)
                .expect(201)
                .path("url")
                .asText();
    }

    @Test
    void links_begin_with_the_address_the_proxy_was_asked_for() {
        assertThat(inviteUrl(behind)).startsWith("https://tandem.example.org/join/");
        assertThat(inviteUrl(open)).startsWith(open.url("/join/").toString());
    }

    @Test
    void browsers_are_told_to_stay_with_https_where_they_came_by_it() {
        assertThat(behind.stranger().send("GET", "/", null, HEADERS).headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(open.stranger().send("GET", "/", null, HEADERS).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(behind.stranger().get("/").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_page_is_of_the_server_where_the_proxy_was_asked_for_it() {
        assertThat(live(behind, "https://tandem.example.org")).isEqualTo(200);
        assertThat(live(behind, "http://tandem.example.org")).isEqualTo(403);
        assertThat(live(open, "https://tandem.example.org")).isEqualTo(403);
    }

    private static int live(TandemServer server, String origin) {
        return server.stranger()
                .send(
                        "GET",
                        "/live/info",
                        null,
                        "Origin",
                        origin,
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "tandem.example.org")
                .status();
    }

    private static Answer from(TandemServer server, String address) {
        return server.stranger().send("GET", "/api/invites/nobodys", null, "X-Forwarded-For", address);
    }

    @Test
    void people_behind_a_proxy_are_counted_one_by_one() {
        for (int i = 0; i < 2; i++)
            assertThat(from(behind, "203.0.113.1").status()).isEqualTo(404);
        assertThat(from(behind, "203.0.113.1").status()).isEqualTo(429);
        assertThat(from(behind, "1.1.1.1, 203.0.113.1").status()).isEqualTo(429);
        assertThat(from(behind, "203.0.113.2").status()).isEqualTo(404);
        for (int i = 0; i < 2; i++)
            assertThat(from(behind, "2001:db8::" + i).status()).isEqualTo(404);
        assertThat(from(behind, "2001:db8::ffff").status()).isEqualTo(429);
    }

    @Test
    void nobody_gets_round_a_limit_by_naming_others() {
        for (int i = 0; i < 2; i++) from(open, "203.0.113." + i);
        assertThat(from(open, "203.0.113.99").status()).isEqualTo(429);
    }
}
