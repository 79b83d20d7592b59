package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.Alarm;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract;
import io.tandem.testing.Fuzz;
import io.tandem.testing.Heap;
import io.tandem.testing.LiveClient;
import io.tandem.testing.RawHttp;
import io.tandem.testing.RawHttp.Heard;
import io.tandem.testing.SockJsClient;
import io.tandem.testing.SockJsClient.Transport;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.Things;
import io.tandem.testing.WithDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Messages that are odd in random ways: each is answered, passed over or ends the socket with a code that says why, none is
 * the server's fault, and none takes memory for good. What other tests log and hold would be taken for this one's, so it
 * runs alone.
 */
@WithDatabase
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFuzzTest {

    private static final int OF_EACH = 25;
    private static final int TO_SOCKJS = 150;
    private static final int BROKEN_PERCENT = 15;
    private static final int MESSAGE_BYTES_MAX = 65_536;
    private static final int PATIENCE_MS = 15_000;
    private static final double GROWTH_MAX = 1.5;
    private static final long SLACK_BYTES = 32L << 20;

    private static final Set<String> SERVERS_FAULT = Set.of("internal", "unavailable");
    private static final Set<Integer> DOCUMENTED =
            Set.of(CloseCode.PROTOCOL_ERROR.number, CloseCode.UNAUTHORIZED.number, CloseCode.TOO_LARGE.number);

    private TandemServer server;
    private Cast cast;
    private @Nullable LiveClient socket;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("limits.message_bytes", "" + MESSAGE_BYTES_MAX, "limits.signals_per_minute", "0"));
        cast = new Cast(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nothing_a_client_says_is_the_servers_fault() throws IOException {
        Fuzz fuzz = new Fuzz(Fuzz.seed());
        try (Alarm alarm = Alarm.set()) {
            assertThat(round(fuzz)).isEmpty();
            long before = Heap.usedBytes();
            assertThat(round(fuzz)).isEmpty();
            assertThat((double) Heap.usedBytes()).isLessThan(before * GROWTH_MAX + SLACK_BYTES);
            assertThat(alarm.lines()).isEmpty();
        }
        cast.ada().createTask(cast.elsewhere().workspace(), "Still here");
    }

    private List<String> round(Fuzz fuzz) throws IOException {
        Things things = cast.fresh();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++)
            sayings(things).forEach(saying -> faults.addAll(faults(saying, things, fuzz)));
        if (socket != null) socket.close();
        socket = null;
        faults.addAll(overSockJs(things, fuzz));
        return faults;
    }

    private Stream<Saying> sayings(Things things) {
        return Contract.messages().stream().flatMap(message -> Saying.valid(message, cast, things).stream());
    }

    private List<String> faults(Saying saying, Things things, Fuzz fuzz) {
        String text = odd(saying, fuzz);
        String shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        List<JsonNode> answers = new ArrayList<>();
        try {
            answers.addAll(socket(things).say(text).settle());
        } catch (LiveClient.Ended | CompletionException ended) {
            Integer code = end();
            if (!DOCUMENTED.contains(code)) return List.of(shown + " → closed " + code);
        }
        return answers.stream()
                .filter(answer -> SERVERS_FAULT.contains(answer.path("code").asText()))
                .map(answer -> shown + " → " + answer)
                .toList();
    }

    private String odd(Saying saying, Fuzz fuzz) {
        String text = fuzz.encoded(fuzz.chance(90) ? fuzz.bent(saying.json()) : saying.json());
        byte[] bytes = fuzz.chance(BROKEN_PERCENT) ? fuzz.broken(text) : text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private LiveClient socket(Things things) {
        if (socket == null) socket = cast.ada().opens(things.workspace());
        return socket;
    }

    private @Nullable Integer end() {
        if (socket == null) return null;
        int code = socket.closeCode();
        socket = null;
        return code;
    }

    /** What is said by POST, in the frame of SockJS and out of it. */
    private List<String> overSockJs(Things things, Fuzz fuzz) throws IOException {
        RawHttp http = new RawHttp(server.url(""), PATIENCE_MS);
        List<Saying> sayings = sayings(things).toList();
        List<String> faults = new ArrayList<>();
        SockJsClient session = open();
        for (int i = 0; i < TO_SOCKJS; i++) {
            String framed = Json.encode(List.of(odd(fuzz.pick(sayings), fuzz)));
            byte[] body = fuzz.chance(50) ? fuzz.broken(framed) : framed.getBytes(StandardCharsets.UTF_8);
            Heard heard = http.send(posted(session.session(), body), true);
            if (heard.status() >= 500 || heard.status() <= 0)
                faults.add(new String(body, StandardCharsets.UTF_8) + " → " + heard);
            if (heard.status() == 404) {
                session.close();
                session = open();
            }
        }
        session.close();
        return faults;
    }

    private SockJsClient open() {
        return SockJsClient.open(server.url(""), Transport.STREAMING, cast.ada().token());
    }

    private static byte[] posted(String session, byte[] body) {
        String head = "POST /live/001/" + session + "/xhr_send HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
                + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
