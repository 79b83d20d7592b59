package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the SockJS protocol (sockjs-protocol 0.3.3) says of sessions: frames, every transport, and how they end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SockJsTransportsTest {

    private static final String GO_AWAY = "c[3000,\"Go away!\"]";
    private static final String ANOTHER = "c[2010,\"Another connection still open\"]";
    private static final String PRELUDE = "h".repeat(2_048);

    private EchoServer server;
    private Visitor visitor;

    @BeforeAll
    void start() {
        server = EchoServer.start();
        visitor = new Visitor(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String session(String address) {
        return address + "/000/" + UUID.randomUUID();
    }

    @Test
    void a_poll_brings_what_was_said() {
        String session = session("/echo");
        HttpResponse<String> opened = visitor.post(session + "/xhr", "", "Origin", "null");
        assertThat(opened.body()).isEqualTo("o\n");
        assertThat(header(opened, "content-type")).isEqualTo("application/javascript; charset=UTF-8");
        assertThat(header(opened, "access-control-allow-origin")).isEqualTo("null");
        assertThat(header(opened, "cache-control")).contains("no-store");
        HttpResponse<String> said = visitor.post(session + "/xhr_send", "[\"x\",\"y\"]");
        assertThat(said.statusCode()).isEqualTo(204);
        assertThat(said.body()).isEmpty();
        assertThat(header(said, "content-type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo("a[\"x\",\"y\"]\n");
    }

    @Test
    void nobody_speaks_to_a_session_that_is_not_there() {
        assertThat(visitor.post(session("/echo") + "/xhr_send", "[\"x\"]").statusCode())
                .isEqualTo(404);
        assertThat(visitor.post(session("/echo") + "/jsonp_send", "d=%5B%22x%22%5D", form())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_not_json_is_refused_and_the_session_goes_on() {
        String session = session("/echo");
        visitor.post(session + "/xhr", "");
        HttpResponse<String> broken = visitor.post(session + "/xhr_send", "[\"x");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("Broken JSON encoding.");
        HttpResponse<String> empty = visitor.post(session + "/xhr_send", "");
        assertThat(empty.statusCode()).isEqualTo(500);
        assertThat(empty.body()).isEqualTo("Payload expected.");
        visitor.post(session + "/xhr_send", "[\"a\"]");
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo("a[\"a\"]\n");
    }

    @Test
    void it_does_not_matter_what_a_message_is_called() {
        String session = session("/echo");
        visitor.post(session + "/xhr", "");
        for (String type :
                List.of("text/plain", "T", "application/json", "application/xml", "text/xml; charset=utf-8")) {
            HttpResponse<String> said = visitor.post(session + "/xhr_send", "[\"a\"]", "Content-Type", type);
            assertThat(said.statusCode()).as(type).isEqualTo(204);
        }
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo("a[\"a\",\"a\",\"a\",\"a\",\"a\"]\n");
    }

    @Test
    void a_session_that_is_closed_says_so_to_whoever_asks() {
        String session = session("/close");
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo("o\n");
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo(GO_AWAY + "\n");
        assertThat(visitor.post(session + "/xhr", "").body()).isEqualTo(GO_AWAY + "\n");
    }

    @Test
    void two_do_not_listen_to_one_session() {
        String session = session("/echo");
        try (var first = visitor.new Listening("POST", session + "/xhr_streaming")) {
            assertThat(first.next()).isEqualTo(PRELUDE);
            assertThat(first.next()).isEqualTo("o");
            assertThat(visitor.post(session + "/xhr_streaming", "").body()).isEqualTo(PRELUDE + "\n" + ANOTHER + "\n");
        }
    }

    @Test
    void a_stream_goes_on_until_it_is_long_and_then_another_takes_over() {
        String session = session("/echo");
        String message = "[\"" + "x".repeat(1_000) + "\"]";
        try (var stream = visitor.new Listening("POST", session + "/xhr_streaming")) {
            assertThat(stream.header("content-type")).isEqualTo("application/javascript; charset=UTF-8");
            assertThat(stream.next()).isEqualTo(PRELUDE);
            assertThat(stream.next()).isEqualTo("o");
            for (int said = 0; said < 5; said++) visitor.post(session + "/xhr_send", message);
            for (String line = stream.next(); !line.isEmpty(); line = stream.next()) {
                assertThat(line).startsWith("a[\"xxx");
            }
        }
    }

    @Test
    void an_event_source_hears_events() {
        String session = session("/echo");
        try (var stream = visitor.new Listening("GET", session + "/eventsource")) {
            assertThat(stream.header("content-type")).startsWith("text/event-stream");
            assertThat(stream.header("cache-control")).contains("no-store");
            assertThat(stream.next()).isEqualTo("data: o");
            visitor.post(session + "/xhr_send", "[\"  \\u0000\\n\\r \"]");
            assertThat(stream.next()).isEqualTo("data: a[\"  \\u0000\\n\\r \"]");
        }
    }

    @Test
    void a_html_file_calls_back() {
        String session = session("/echo");
        try (var stream = visitor.new Listening("GET", session + "/htmlfile?c=callback")) {
            assertThat(stream.header("content-type")).isEqualTo("text/html; charset=UTF-8");
            while (!stream.next().contains("p(\"o\");")) {}
            visitor.post(session + "/xhr_send", "[\"x\"]");
            while (!stream.next().contains("p(\"a[\\\"x\\\"]\");")) {}
        }
        HttpResponse<String> nobody = visitor.get(session("/echo") + "/htmlfile");
        assertThat(nobody.statusCode()).isEqualTo(500);
        assertThat(nobody.body()).contains("\"callback\" parameter required");
    }

    @Test
    void a_script_calls_back_too() {
        String session = session("/echo");
        HttpResponse<String> opened = visitor.get(session + "/jsonp?c=x");
        assertThat(opened.body()).isEqualTo("/**/x(\"o\");\r\n");
        assertThat(header(opened, "content-type")).isEqualTo("application/javascript; charset=UTF-8");
        assertThat(visitor.post(session + "/jsonp_send", "d=%5B%22x%22%5D", form())
                        .body())
                .isEqualTo("ok");
        assertThat(visitor.get(session + "/jsonp?c=x").body()).isEqualTo("/**/x(\"a[\\\"x\\\"]\");\r\n");
        assertThat(visitor.get(session("/echo") + "/jsonp").statusCode()).isEqualTo(500);
        assertThat(visitor.get(session("/echo") + "/jsonp?c=%3Cscript%3E").statusCode())
                .isEqualTo(500);
        assertThat(visitor.post(session + "/jsonp_send", "d=%5B%22x", form()).body())
                .isEqualTo("Broken JSON encoding.");
        assertThat(visitor.post(session + "/jsonp_send", "", form()).body()).isEqualTo("Payload expected.");
    }

    private static String[] form() {
        return new String[] {"Content-Type", "application/x-www-form-urlencoded"};
    }

    @Test
    void a_websocket_is_framed_and_ignores_what_says_nothing() throws InterruptedException {
        Frames frames = new Frames(session("/echo") + "/websocket");
        assertThat(frames.next()).isEqualTo("o");
        frames.say("").say("[]").say("[\"a\"]").say("\"b\"");
        assertThat(frames.next()).isEqualTo("a[\"a\"]");
        assertThat(frames.next()).isEqualTo("a[\"b\"]");
        frames.say("[\"a");
        assertThat(frames.next()).isEqualTo(Frames.END);
    }

    @Test
    void a_websocket_is_told_that_its_session_is_closed() throws InterruptedException {
        Frames frames = new Frames(session("/close") + "/websocket");
        assertThat(frames.next()).isEqualTo("o");
        assertThat(frames.next()).isEqualTo(GO_AWAY);
        assertThat(frames.next()).isEqualTo(Frames.END);
    }

    @Test
    void a_websocket_may_go_without_frames() throws InterruptedException {
        Frames frames = new Frames("/echo/websocket");
        frames.say("Hello world!\uffff");
        assertThat(frames.next()).isEqualTo("Hello world!\uffff");
        assertThat(new Frames("/close/websocket").next()).isEqualTo(Frames.END);
    }

    @Test
    void only_an_upgrade_opens_a_websocket() {
        HttpResponse<String> plain = visitor.get(session("/echo") + "/websocket");
        assertThat(plain.statusCode()).isEqualTo(400);
        assertThat(plain.body()).isEqualTo("Can \"Upgrade\" only to \"WebSocket\".");
        assertThat(visitor.post(session("/echo") + "/websocket", "").statusCode())
                .isEqualTo(405);
    }

    /** Browsers mangle them where they do not come as escapes. */
    @Test
    void characters_that_browsers_lose_come_as_escapes() {
        String session = session("/echo");
        visitor.post(session + "/xhr", "");
        visitor.post(session + "/xhr_send", "[\"\\u200c\\u2028\\u2029\\ufeff\\ufff0\\uffff\\u0000\\u00ad\"]");
        assertThat(visitor.post(session + "/xhr", "").body())
                .isEqualToIgnoringCase("a[\"\\u200c\\u2028\\u2029\\ufeff\\ufff0\\uffff\\u0000\\u00ad\"]\n");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** What a WebSocket brings, message by message. */
    private final class Frames implements WebSocket.Listener {

        private static final String END = "the end";

        private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        private final WebSocket socket;

        Frames(String path) {
            URI address = URI.create("ws://127.0.0.1:" + visitor.port() + path);
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, this)
                    .join();
        }

        Frames say(String text) {
            socket.sendText(text, true).join();
            return this;
        }

        String next() throws InterruptedException {
            return String.valueOf(arrived.poll(20, TimeUnit.SECONDS));
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            arrived.add(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            arrived.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            arrived.add(END);
        }
    }
}
