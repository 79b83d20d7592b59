package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A SockJS client without WebSocket: it hears by one of the ways over plain HTTP, and speaks by POST. */
public final class SockJsClient implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_SECONDS = 15;

    /**
     * The server knows nothing of the session: it never did, or Vert.x has given it up, as it does where a proxy ends the
     * connection behind a poll before Vert.x has noted that the poll is answered. Clients begin another one.
     */
    public static final class Lost extends AssertionError {
        private Lost(String session) {
            super("The server knows no session " + session);
        }
    }

    /** How it hears. */
    public enum Transport {
        POLLING("POST", "/xhr"),
        STREAMING("POST", "/xhr_streaming"),
        EVENT_SOURCE("GET", "/eventsource");

        private final String method;
        private final String path;

        Transport(String method, String path) {
            this.method = method;
            this.path = path;
        }
    }

    private final Transport transport;
    private final String session = UUID.randomUUID().toString();
    private final URI base;
    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final Thread listener;

    private SockJsClient(URI server, Transport transport) {
        this.transport = transport;
        base = server.resolve("/live/001/" + session);
        listener = Thread.ofVirtual().start(this::listen);
    }

    /** Opens a session and says who it is. */
    public static SockJsClient open(URI server, Transport transport, String token) {
        SockJsClient client = new SockJsClient(server, transport);
        client.expect("o");
        client.say(Map.of("type", "auth", "token", token));
        client.until("welcome");
        return client;
    }

    /** A poll ends with each frame and is asked for again; a stream goes on for many. */
    private void listen() {
        try {
            boolean goesOn = true;
            while (goesOn) goesOn = hear() && transport == Transport.POLLING;
        } catch (IOException | UncheckedIOException | InterruptedException over) {
            frames.add("broken: " + over);
        }
    }

    private boolean hear() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + transport.path))
                .method(transport.method, BodyPublishers.noBody())
                .build();
        HttpResponse<Stream<String>> response = HTTP.send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) frames.add("status " + response.statusCode());
        try (Stream<String> lines = response.body()) {
            lines.map(line -> line.startsWith("data: ") ? line.substring(6) : line)
                    .filter(line -> !line.isBlank() && !line.equals("h"))
                    .forEach(frames::add);
        }
        return response.statusCode() == 200;
    }

    public SockJsClient say(Object message) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/xhr_send"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Json.encode(List.of(Json.encode(message)))))
                .build();
        try {
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 404) throw new Lost(session);
            if (status != 204) throw new AssertionError("Said to session " + session + ": " + status);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next message of this type; those before it are passed over. */
    public JsonNode until(String type) {
        while (true) {
            String frame = frame();
            if (!frame.startsWith("a")) throw new AssertionError("Expected " + type + ", got " + frame);
            for (JsonNode text : Json.parse(frame.substring(1))) {
                JsonNode message = Json.parse(text.asText());
                if (message.path("type").asText().equals(type)) return message;
            }
        }
    }

    /** What stands in the paths of its requests. */
    public String session() {
        return session;
    }

    private void expect(String frame) {
        String arrived = frame();
        // A stream begins with 2 KB of h, for browsers that hold back less.
        while (arrived.startsWith("hhh")) arrived = frame();
        if (!arrived.equals(frame)) throw new AssertionError("Expected " + frame + ", got " + arrived);
    }

    private String frame() {
        try {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) throw new AssertionError("Nothing arrived in session " + session);
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        listener.interrupt();
    }
}
