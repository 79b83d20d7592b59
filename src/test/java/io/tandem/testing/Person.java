package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody at the API, over a real connection. */
public final class Person {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String name;
    private final String email;
    private @Nullable String token;
    private @Nullable String refreshToken;
    private @Nullable UUID id;
    private Duration patience = PATIENCE;

    Person(URI server, String name, String email) {
        this.server = server;
        this.name = name;
        this.email = email;
    }

    /** Registers somebody new and signs them in. */
    public static Person register(URI server, String name) {
        String email = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.org";
        Person person = new Person(server, name, email);
        return person.signedIn(
                person.post("/api/auth/register", Map.of("email", email, "password", "correct horse", "name", name))
                        .expect(201));
    }

    public Person signedIn(JsonNode answer) {
        token = answer.path("access_token").asText();
        refreshToken = answer.path("refresh_token").asText();
        id = UUID.fromString(answer.path("user").path("id").asText());
        return this;
    }

    /** The same person on another device. */
    public Person elsewhere() {
        JsonNode answer = post("/api/auth/login", Map.of("email", email, "password", "correct horse"))
                .expect(200);
        return new Person(server, name, email).signedIn(answer);
    }

    /** The same person as another server sees them. */
    public Person at(TandemServer other) {
        return at(other.url(""));
    }

    /** The same person at another address. */
    public Person at(URI other) {
        Person there = new Person(other, name, email);
        there.token = token;
        there.refreshToken = refreshToken;
        there.id = id;
        there.patience = patience;
        return there;
    }

    /** The same person with another access token. */
    Person withToken(String other) {
        Person same = at(server);
        same.token = other;
        return same;
    }

    /** The same person, who waits no longer than this for an answer or a connection. */
    public Person within(Duration patience) {
        Person hurried = at(server);
        hurried.patience = patience;
        return hurried;
    }

    public UUID id() {
        if (id == null) throw new IllegalStateException(name + " is not signed in");
        return id;
    }

    public String email() {
        return email;
    }

    public String token() {
        return String.valueOf(token);
    }

    public String refreshToken() {
        return String.valueOf(refreshToken);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** @param headers pairs of name and value */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        String text = body == null ? null : body instanceof String raw ? raw : Json.encode(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(patience)
                .method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (text != null) request.header("Content-Type", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") ? Json.parse(response.body()) : MissingNode.getInstance();
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A workspace of one's own with the default columns; answers its id. */
    public UUID createWorkspace(String called) {
        return UUID.fromString(post("/api/workspaces", Map.of("name", called))
                .expect(201)
                .path("id")
                .asText());
    }

    /** Lets somebody in by a link. */
    public void invites(Person guest, UUID workspace, String role) {
        String token = post("/api/workspaces/" + workspace + "/invites", Map.of("role", role))
                .expect(201)
                .path("invite_token")
                .asText();
        guest.post("/api/workspaces/join", Map.of("invite_token", token)).expect(200);
    }

    public JsonNode createTask(UUID workspace, String title) {
        return post("/api/tasks", Map.of("workspace_id", workspace, "title", title))
                .expect(201);
    }

    public JsonNode snapshot(UUID workspace) {
        return get("/api/workspaces/" + workspace + "/snapshot").expect(200);
    }

    /** A socket that listens to a workspace and has been told so; the own log may have spoken before. */
    public LiveClient opens(UUID workspace) {
        LiveClient socket = connects("/ws/workspace/" + workspace + "?token=" + token);
        socket.next("welcome");
        socket.nextSubscribed(null);
        socket.until(message -> message.path("type").asText().equals("subscribed")
                && message.path("workspace_id").asText().equals(workspace.toString()));
        return socket;
    }

    public LiveClient connects(String path, String... protocols) {
        return LiveClient.connect(server.resolve(path), patience, protocols);
    }
}
