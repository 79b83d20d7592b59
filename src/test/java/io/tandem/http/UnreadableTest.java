package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.Alarm;
import io.tandem.testing.RawHttp;
import io.tandem.testing.RawHttp.Heard;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzz has found once. It looks at the log of this process, so it runs alone. */
@WithDatabase
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableTest {

    private static final int PATIENCE_MS = 15_000;

    private TandemServer server;
    private RawHttp http;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        http = new RawHttp(server.url(""), PATIENCE_MS);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Heard say(String request, boolean whole) throws IOException {
        String bytes = request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
        return http.send(bytes.getBytes(StandardCharsets.UTF_8), whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/config?%zz=1 HTTP/1.1|Host: a",
                "GET /api/tasks/0198c3a0-7b1c-7000-8000-000000000001?% HTTP/1.1|Host: a",
                "GET /ws/workspace/x?%zz=1 HTTP/1.1|Host: a",
                "GET /ws HTTP/1.1|Host: a",
                "GET / HTTP/1.1|Host: a b",
                "GET / HTTP/1.1|Host: a:99999",
                "GET /api/config HTTP/1.1|Host: a| folded: b",
                "GET /api/config HTTP/1.1",
                "POST /api/auth/login HTTP/1.1|Host: a|Content-Type: multipart/form-data; boundary=",
                "POST /api/auth/login HTTP/1.1|Host: a|Content-Type: multipart/form-data; boundary=\"",
                "POST /api/auth/login HTTP/1.1|Host: a|Transfer-Encoding: chunked||nonsense|",
                "POST /api/auth/login HTTP/1.1|Host: a|Content-Length: -1",
            })
    void what_cannot_be_read_is_refused_and_leaves_no_trace(String request) throws IOException {
        try (Alarm alarm = Alarm.set()) {
            assertThat(say(request, true).status()).isEqualTo(400);
            assertThat(alarm.lines()).isEmpty();
        }
    }

    @Test
    void what_nobody_can_give_is_no_fault_of_the_server() throws IOException {
        try (Alarm alarm = Alarm.set()) {
            assertThat(say("GET /index.html HTTP/1.1|Host: a|Range: bytes=9-1", true)
                            .status())
                    .isLessThan(500);
            assertThat(say("POST /api/auth/login HTTP/1.1|Host: a|Expect: nonsense", true)
                            .status())
                    .isBetween(400, 499);
            assertThat(alarm.lines()).isEmpty();
        }
    }

    @Test
    void what_leads_above_the_files_is_not_found() throws IOException {
        try (Alarm alarm = Alarm.set()) {
            assertThat(say("GET /%2e%2e%2f HTTP/1.1|Host: a", true).status()).isEqualTo(404);
            assertThat(say("GET /assets/..%2f HTTP/1.1|Host: a", true).status()).isEqualTo(404);
            assertThat(alarm.lines()).isEmpty();
        }
    }

    @Test
    void who_breaks_off_leaves_no_trace() throws IOException {
        try (Alarm alarm = Alarm.set()) {
            say("POST /api/auth/login HTTP/1.1|Host: a|Content-Length: 100||{", false);
            assertThat(say("GET /health/live HTTP/1.1|Host: a", true).status()).isEqualTo(200);
            assertThat(alarm.lines()).isEmpty();
        }
    }

    @Test
    void an_upgrade_to_http_2_is_passed_over() throws IOException {
        String upgrade = "GET /health/live HTTP/1.1|Host: a|Upgrade: h2c|HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA";
        assertThat(say(upgrade, true).status()).isEqualTo(200);
    }

    @Test
    void a_name_with_a_percent_sign_is_told_as_it_is() {
        assertThat(server.stranger()
                        .post("/api/auth/login", "{\"email\":\"a\",\"password\":\"b\",\"100%\":1}")
                        .body())
                .asString()
                .contains("\"pointer\":\"/100%\"");
    }
}
