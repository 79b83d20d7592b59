package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.platform.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket client of the live protocol: what arrives waits until a test asks for it. What people's being there and
 * notifications bring along comes at moments a test seldom means; it is set aside for {@link #aside}, unless the test
 * wants {@link #everything}.
 */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 15;

    /** Stands behind the last message of a closed socket. */
    private static final JsonNode END = MissingNode.getInstance();

    /** Nothing more can arrive. */
    public static final class Ended extends AssertionError {
        private Ended() {
            super("The socket is closed");
        }
    }

    private final LinkedBlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
    private final ArrayDeque<JsonNode> kept = new ArrayDeque<>();
    private final List<JsonNode> aside = new ArrayList<>();
    private boolean everything;
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private LiveClient() {}

    static LiveClient connect(URI http, Duration patience, String... protocols) {
        return connect(http, HTTP.newWebSocketBuilder().connectTimeout(patience), protocols);
    }

    /** As a page of this origin does. */
    public static LiveClient connectFrom(String origin, URI http) {
        return connect(http, HTTP.newWebSocketBuilder().header("Origin", origin));
    }

    private static LiveClient connect(URI http, WebSocket.Builder builder, String... protocols) {
        LiveClient client = new LiveClient();
        URI address = URI.create(http.toString().replaceFirst("^http", "ws"));
        if (protocols.length > 0) {
            builder.subprotocols(
                    protocols[0],
                    List.of(protocols).subList(1, protocols.length).toArray(String[]::new));
        }
        client.socket = builder.buildAsync(address, client).join();
        return client;
    }

    private WebSocket socket() {
        if (socket == null) throw new IllegalStateException("Not connected");
        return socket;
    }

    public String subprotocol() {
        return socket().getSubprotocol();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            arrived.add(Json.parse(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        arrived.add(END);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
        arrived.add(END);
    }

    public LiveClient say(Object message) {
        socket().sendText(message instanceof String raw ? raw : Json.encode(message), true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return this;
    }

    /** A command under an operation id. */
    public LiveClient command(String type, String id, @Nullable UUID workspace, Map<String, ?> data) {
        return say(
                workspace == null
                        ? Map.of("type", type, "id", id, "data", data)
                        : Map.of("type", type, "id", id, "workspace_id", workspace, "data", data));
    }

    /** The next message, whatever it is; fails with {@link Ended} where the socket is closed. */
    public JsonNode next() {
        JsonNode message = poll(Duration.ofSeconds(PATIENCE_SECONDS));
        if (message == null) throw new AssertionError("Nothing arrived");
        return message;
    }

    /** The next message; null where none comes in this time. Fails with {@link Ended} where the socket is closed. */
    public @Nullable JsonNode poll(Duration patience) {
        if (!kept.isEmpty()) return kept.remove();
        long deadline = System.nanoTime() + patience.toNanos();
        JsonNode message = take(deadline);
        while (message != null && isBeside(message) && !everything) {
            aside.add(message);
            message = take(deadline);
        }
        return message;
    }

    private @Nullable JsonNode take(long deadline) {
        try {
            JsonNode message = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == END) {
                arrived.add(END);
                throw new Ended();
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBeside(JsonNode message) {
        String type = message.path("type").asText();
        return type.startsWith("presence.")
                || type.startsWith("notification.")
                || type.equals("typing")
                || type.equals("viewing");
    }

    /** From now on nothing is set aside. */
    public LiveClient everything() {
        everything = true;
        return this;
    }

    /** The next of what is set aside that fits, whatever else arrives before or after it. */
    public JsonNode aside(Predicate<JsonNode> fits) {
        for (Iterator<JsonNode> all = aside.iterator(); all.hasNext(); ) {
            JsonNode message = all.next();
            if (!fits.test(message)) continue;
            all.remove();
            return message;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (JsonNode message = take(deadline); message != null; message = take(deadline)) {
            if (isBeside(message) && fits.test(message)) return message;
            if (isBeside(message)) aside.add(message);
            else kept.add(message);
        }
        throw new AssertionError("Nothing like it arrived; set aside: " + aside);
    }

    public JsonNode aside(String type) {
        return aside(message -> message.path("type").asText().equals(type));
    }

    /** The next message, which must be of this type. */
    public JsonNode next(String type) {
        JsonNode message = next();
        if (!message.path("type").asText().equals(type))
            throw new AssertionError("Expected " + type + ", got " + message);
        return message;
    }

    /** The next message that fits; those before it are passed over. */
    public JsonNode until(Predicate<JsonNode> fits) {
        JsonNode message = next();
        while (!fits.test(message)) message = next();
        return message;
    }

    public JsonNode until(String type) {
        return until(message -> message.path("type").asText().equals(type));
    }

    public JsonNode nextSubscribed(@Nullable UUID workspace) {
        JsonNode subscribed = next("subscribed");
        String expected = String.valueOf(workspace);
        if (!subscribed.path("workspace_id").asText().equals(expected)) throw new AssertionError(subscribed.toString());
        return subscribed;
    }

    /** Everything that had arrived before the server answered one more heartbeat. */
    public List<JsonNode> settle() {
        say(Map.of("type", "heartbeat"));
        List<JsonNode> before = new ArrayList<>();
        for (JsonNode message = next(); !message.path("type").asText().equals("heartbeat"); message = next()) {
            before.add(message);
        }
        return before;
    }

    /** The code the server closed with; null where it is open, or was cut without a word. */
    public @Nullable Integer closedWith() {
        return closed.isDone() && !closed.isCompletedExceptionally() ? closed.join() : null;
    }

    /** The code the server closes with. */
    public int closeCode() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Not closed", e);
        }
    }

    /** Stops as a broken network does, without a word. */
    public void cut() {
        socket().abort();
    }

    @Override
    public void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
