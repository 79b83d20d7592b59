package io.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** One person at the REST API: makes what scenarios need. Nothing here is measured. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI url;
    private final String token;

    private Api(HttpClient http, URI url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /** Signs up somebody new: the hash of a password costs the server tens of milliseconds. */
    static Api register(URI url) {
        HttpClient http = client();
        String name = "bench-" + UUID.randomUUID();
        var person = Map.of("email", name + "@example.org", "password", UUID.randomUUID() + "", "name", "Bench");
        JsonNode answer = new Api(http, url, "").post("/api/auth/register", person);
        return new Api(http, url, answer.path("access_token").asText());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    String token() {
        return token;
    }

    Workspace workspace(String name) {
        return new Workspace(
                post("/api/workspaces", Map.of("name", name)).path("id").asText());
    }

    List<Workspace> workspaces(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> workspace("Bench " + n))
                .toList();
    }

    /**
     * Reads an answer to its end, compressed as it comes.
     *
     * @param first run when its head has come
     */
    long countBytes(String path, Runnable first) {
        HttpResponse<Long> answer =
                send(request(path).header("Accept-Encoding", "gzip").build(), head -> {
                    first.run();
                    return new ByteCount();
                });
        if (answer.statusCode() != 200) throw new BenchException(path + " answered " + answer.statusCode());
        return answer.body();
    }

    /** An answer as text; empty where it is not to be had. */
    static String read(URI url, String path, String token) {
        Api api = new Api(client(), url, token);
        HttpResponse<byte[]> answer =
                api.send(api.request(path).build(), head -> HttpResponse.BodySubscribers.ofByteArray());
        return answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "";
    }

    private JsonNode post(String path, Object body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build();
        HttpResponse<byte[]> answer = send(request, head -> HttpResponse.BodySubscribers.ofByteArray());
        if (answer.statusCode() >= 300)
            throw new BenchException(path + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        return json(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new BenchException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    private static JsonNode json(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new BenchException("That is no JSON", e);
        }
    }
}
