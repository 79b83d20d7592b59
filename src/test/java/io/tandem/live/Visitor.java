package io.tandem.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Asks a server plainly: a method, a path as it stands, and headers in pairs. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Visitor(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    HttpResponse<String> options(String path, String... headers) {
        return ask("OPTIONS", path, "", headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return ask("POST", path, body, headers);
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) {
        try {
            return http.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return request.build();
    }

    /** The lines of an answer as they come; it ends with its {@link Stream#close}. */
    final class Listening implements AutoCloseable {

        private final HttpResponse<Stream<String>> response;
        private final Iterator<String> lines;

        Listening(String method, String path) {
            try {
                response = http.send(request(method, path, ""), BodyHandlers.ofLines());
                lines = response.body().iterator();
            } catch (IOException e) {
                throw new AssertionError(path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The next line that is not empty; nothing at the end of the answer. */
        String next() {
            String line = "";
            while (line.isEmpty() && lines.hasNext()) line = lines.next();
            return line;
        }

        @Override
        public void close() {
            response.body().close();
        }
    }
}
