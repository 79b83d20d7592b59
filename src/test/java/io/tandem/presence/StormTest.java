package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.Tokens;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand people come into one workspace at once: what all of them are told together. */
@WithDatabase
class StormTest {

    private static final int PEOPLE = 1_000;
    private static final int MESSAGES_MAX = 25 * PEOPLE;
    private static final String SECRET = "a secret of at least thirty-two bytes";

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch subscribed = new CountDownLatch(PEOPLE);

    @Test
    void a_thousand_who_come_at_once_are_not_a_million_messages(TestDatabase database) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TandemServer server = TandemServer.start(
                database,
                Map.of("auth.jwt_secret", SECRET, "presence.grace_ms", "0", "limits.socket_buffer_bytes", "4194304"))) {
            Person ada = server.register("Ada");
            UUID workspace = ada.createWorkspace("Town hall");
            invent(database, workspace);
            LiveClient watching = ada.opens(workspace);
            WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setMaxConnections(PEOPLE)
                    .setMaxFrameSize(1 << 20)
                    .setMaxMessageSize(1 << 20));
            long began = System.nanoTime();
            List<WebSocket> sockets = come(client, server, ada, workspace);
            assertThat(subscribed.await(30, TimeUnit.SECONDS)).isTrue();
            Set<String> seen = new HashSet<>();
            while (seen.size() <= PEOPLE) apply(watching.aside(StormTest::isPresence), seen);
            long tookMs = (System.nanoTime() - began) / 1_000_000;
            System.out.printf(
                    "%d people came within %d ms: %d messages of who is there, %d KB; one for each and everybody would be %d%n",
                    PEOPLE, tookMs, messages.get(), bytes.get() / 1024, PEOPLE * (PEOPLE - 1) / 2);
            assertThat(messages.get()).isLessThan(MESSAGES_MAX);
            Future.join(sockets.stream().map(WebSocket::close).toList()).await(20, TimeUnit.SECONDS);
            while (seen.size() > 1) apply(watching.aside(StormTest::isPresence), seen);
        } finally {
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    /** People with a session each, and nobody's password hashed. */
    private static void invent(TestDatabase database, UUID workspace) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run("""
                    WITH person AS (SELECT n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id
                                    FROM generate_series(1, %1$d) n),
                         account AS (INSERT INTO accounts_user (id, email, name, password_hash, created_at)
                                     SELECT id, n || '@example.org', 'Person ' || n, '', now() FROM person),
                         log AS (INSERT INTO journal_head (log_id, personal) SELECT id, true FROM person)
                    SELECT 1
                    """.formatted(PEOPLE));
            session.run("""
                    INSERT INTO accounts_session (id, user_id, created_at, expires_at)
                    SELECT id, id, now(), now() + interval '1 day' FROM accounts_user WHERE password_hash = '';
                    INSERT INTO workspaces_member (workspace_id, user_id, role, joined_at)
                    SELECT '%s', id, 'member', now() FROM accounts_user WHERE password_hash = ''
                    """.formatted(workspace));
        }
    }

    private List<WebSocket> come(WebSocketClient client, TandemServer server, Person ada, UUID workspace)
            throws Exception {
        List<Future<WebSocket>> all = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(n -> UUID.fromString("00000000-0000-7000-8000-%012x".formatted(n)))
                .map(id -> Tokens.of(id, id, ada, SECRET))
                .map(token -> client.webSocket()
                        .textMessageHandler(this::count)
                        .connect(
                                server.instance().port(), "127.0.0.1", "/ws/workspace/" + workspace + "?token=" + token)
                        .map(opened -> (WebSocket) opened))
                .toList();
        Future.join(all).await(30, TimeUnit.SECONDS);
        return all.stream().map(Future::result).toList();
    }

    private void count(String message) {
        if (message.startsWith("{\"type\":\"presence.") || message.startsWith("{\"type\":\"viewing")) {
            messages.incrementAndGet();
            bytes.addAndGet(message.length());
        } else if (message.startsWith("{\"type\":\"subscribed\"") && message.contains("\"role\":\"member\"")) {
            subscribed.countDown();
        }
    }

    private static boolean isPresence(JsonNode message) {
        return message.path("type").asText().startsWith("presence.");
    }

    /** As a client does that knows nobody in the beginning. */
    private static void apply(JsonNode message, Set<String> people) {
        JsonNode data = message.path("data");
        switch (message.path("type").asText()) {
            case "presence.user_joined" -> people.add(data.path("user_id").asText());
            case "presence.user_left" -> people.remove(data.path("user_id").asText());
            default -> {
                if (data.path("full").asBoolean()) people.clear();
                data.path("people")
                        .forEach(person -> people.add(person.path("user_id").asText()));
                data.path("left").forEach(gone -> people.remove(gone.asText()));
            }
        }
    }
}
