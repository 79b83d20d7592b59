package io.tandem.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What Prometheus would read.
 *
 * @param text as it came
 * @param values by name and labels as they stand there: {@code tandem_live_connections{transport="websocket"}}
 */
public record Scrape(int status, String text, Map<String, Double> values) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** @param headers pairs of name and value */
    public static Scrape of(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Scrape(answer.statusCode(), answer.body(), values(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Double> values(String text) {
        return text.lines()
                .filter(line -> line.matches("[a-z_]+(\\{.*})? [-+0-9.EINaf]+"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(
                                line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity"))));
    }

    /** Asks again until it fits: counts follow what happened within a second. */
    public static Scrape until(Supplier<Scrape> scrapes, Predicate<Scrape> fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Scrape scrape = scrapes.get();
        while (!fits.test(scrape)) {
            if (System.nanoTime() > deadline) throw new AssertionError(scrape.text());
            scrape = scrapes.get();
        }
        return scrape;
    }

    /** 0 where there is no such line. */
    public double value(String line) {
        return values.getOrDefault(line, 0.0);
    }
}
