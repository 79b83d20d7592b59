package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.testing.Answer;
import io.tandem.testing.LiveClient;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may open a socket, by every way there is to be live. */
@WithDatabase
class OriginTest {

    private static final String FRIEND = "https://app.example.org";
    private static final List<String> STRANGERS =
            List.of("https://evil.example", "null", "", "http://app.example.org", "file://", "https://%");

    private static TandemServer server;

    @BeforeAll
    static void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("http.allowed_origins", FRIEND, "public.url", "https://tandem.example.org"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> friends() {
        String own = server.url("").toString();
        return List.of(FRIEND, own, "https://tandem.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws/workspace/0198c3a0-7b1c-7000-8000-000000000001"})
    void a_websocket_is_closed_with_a_code_that_says_why(String path) {
        for (String origin : STRANGERS) {
            LiveClient socket = LiveClient.connectFrom(origin, server.url(path));
            assertThat(socket.closeCode()).as(origin).isEqualTo(4403);
        }
        for (String origin : friends()) {
            LiveClient socket = LiveClient.connectFrom(origin, server.url(path));
            assertThat(socket.say(Map.of("type", "auth", "token", "nobodys")).closeCode())
                    .as(origin)
                    .isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/websocket", "/live/001/session/websocket"})
    void sockjs_over_a_websocket_is_refused(String path) {
        for (String origin : STRANGERS) {
            assertThatThrownBy(() -> LiveClient.connectFrom(origin, server.url(path)))
                    .as(origin)
                    .isInstanceOf(CompletionException.class);
        }
        for (String origin : friends())
            LiveClient.connectFrom(origin, server.url("/live/websocket")).cut();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /live/,                 200",
        "GET,     /live/info,             200",
        "OPTIONS, /live/info,             204",
        "POST,    /live/001/@/xhr,        200",
        "POST,    /live/001/@/xhr_send,   400",
        "OPTIONS, /live/001/@/xhr,        204"
    })
    void sockjs_over_http_is_refused(String method, String path, int status) {
        for (String origin : STRANGERS) {
            Answer answer = ask(method, path, "Origin", origin);
            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        for (String origin : friends())
            assertThat(ask(method, path, "Origin", origin).status()).as(origin).isEqualTo(status);
        assertThat(ask(method, path).status()).isEqualTo(status);
    }

    /** Of those that go on for ever only the refusal comes to an end. */
    @ParameterizedTest
    @CsvSource({"POST, /live/001/@/xhr_streaming", "GET, /live/001/@/eventsource"})
    void sockjs_as_a_stream_is_refused(String method, String path) {
        for (String origin : STRANGERS)
            assertThat(ask(method, path, "Origin", origin).status()).as(origin).isEqualTo(403);
    }

    @Test
    void only_a_configured_origin_may_read_also_as_sockjs_clients_ask() {
        Answer friend = ask("GET", "/live/info", "Origin", FRIEND);
        assertThat(friend.headers().firstValue("Access-Control-Allow-Origin")).hasValue(FRIEND);
        assertThat(friend.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
        assertThat(ask("GET", "/live/info").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    /** A script of any page may read JSONP, and an iframe or htmlfile needs scripts inside of pages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/iframe.html",
                "/live/iframe-1.6.1.html",
                "/live/001/@/htmlfile?c=x",
                "/live/001/@/jsonp?c=x"
            })
    void transports_of_browsers_that_are_gone_are_not_there(String path) {
        assertThat(ask("GET", path).status()).isEqualTo(404);
    }

    private static Answer ask(String method, String path, String... headers) {
        return server.stranger()
                .send(method, path.replace("@", UUID.randomUUID().toString()), null, headers);
    }
}
