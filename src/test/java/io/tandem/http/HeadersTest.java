package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.Answer;
import io.tandem.testing.BareClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers, and which of them other pages may read. */
@WithDatabase
class HeadersTest {

    private static final String FRIEND = "https://app.example.org";

    private static TandemServer server;
    private static Person ada;

    @BeforeAll
    static void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("public.url", "https://tandem.example.org", "http.allowed_origins", FRIEND));
        ada = server.register("Ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String header(Answer answer, String name) {
        return String.join(" & ", answer.headers().allValues(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/w/somewhere",
                "/openapi.yaml",
                "/api/me",
                "/api/config",
                "/api/unknown",
                "/api/tasks/none",
                "/assets/gone.js",
                "/health",
                "/metrics",
                "/live/info",
                "/live/iframe.html",
                "/live/001/none/jsonp?c=x",
                "/broken%zz"
            })
    void every_answer_says_what_browsers_must_know(String path) {
        // The JDK's own client refuses to ask for what is broken.
        String head;
        try (BareClient bare = BareClient.to(server.url(""))) {
            head = bare.say("GET " + path + " HTTP/1.1\r\nHost: tandem.example.org\r\nConnection: close\r\n\r\n")
                    .rest();
        }
        assertThat(head)
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("x-frame-options: DENY")
                .containsIgnoringCase("referrer-policy: no-referrer")
                .containsIgnoringCase("cross-origin-opener-policy: same-origin")
                .containsIgnoringCase("cross-origin-resource-policy: same-origin")
                .containsIgnoringCase("permissions-policy: camera=()")
                .containsIgnoringCase("strict-transport-security: max-age=31536000")
                .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self';")
                .containsIgnoringCase("frame-ancestors 'none'")
                .doesNotContain("unsafe-");
    }

    @Test
    void what_is_personal_is_kept_by_nobody() {
        assertThat(header(ada.get("/api/me"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(ada.get("/api/unknown"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(ada.post("/api/auth/logout", Map.of("everywhere", false)), "Cache-Control"))
                .isEqualTo("no-store");
        ada = server.register("Ada");
    }

    @Test
    void a_page_of_a_configured_origin_may_ask_first_and_read_the_answer() {
        Answer asked = server.stranger()
                .send(
                        "OPTIONS",
                        "/api/tasks",
                        null,
                        "Origin",
                        FRIEND,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type,idempotency-key");
        assertThat(asked.status()).isEqualTo(204);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(asked, "Access-Control-Allow-Headers"))
                .contains("Authorization")
                .contains("Idempotency-Key");
        Answer read = ada.send("GET", "/api/me", null, "Origin", FRIEND);
        assertThat(read.status()).isEqualTo(200);
        assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(header(read, "Vary")).contains("origin");
        assertThat(header(read, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(ada.send("GET", "/api/none", null, "Origin", FRIEND), "Access-Control-Allow-Origin"))
                .isEqualTo(FRIEND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://app.example.org",
                "https://app.example.org.evil.example",
                "https://app.example.org:8443"
            })
    void no_other_page_may(String origin) {
        Answer asked = server.stranger()
                .send("OPTIONS", "/api/tasks", null, "Origin", origin, "Access-Control-Request-Method", "POST");
        assertThat(asked.status()).isEqualTo(405);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(asked, "Access-Control-Allow-Methods")).isEmpty();
        assertThat(header(ada.send("GET", "/api/me", null, "Origin", origin), "Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
