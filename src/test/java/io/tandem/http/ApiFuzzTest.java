package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.testing.Alarm;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.Fuzz;
import io.tandem.testing.Heap;
import io.tandem.testing.RawHttp;
import io.tandem.testing.RawHttp.Heard;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.Things;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Requests that are odd in random ways: none is the server's fault, none waits, none leaves a stack trace or takes memory
 * for good. What other tests log and hold would be taken for this one's, so it runs alone.
 */
@WithDatabase
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFuzzTest {

    private static final int OF_EACH = 12;
    private static final int AT_ONCE = 8;
    private static final int PATIENCE_MS = 15_000;
    private static final double GROWTH_MAX = 1.5;
    private static final long SLACK_BYTES = 32L << 20;

    /** They take away what the others are about. */
    private static final Set<String> LAST = Set.of("leaveWorkspace", "transferWorkspace", "logout");

    private static final List<String> PAGES = List.of(
            "/",
            "/nowhere",
            "/index.html",
            "/assets/x.js",
            "/openapi.yaml",
            "/health",
            "/health/ready",
            "/metrics",
            "/api",
            "/api/",
            "/ws",
            "/ws/workspace/x",
            "/live",
            "/live/info",
            "/live/iframe.html",
            "/live/000/fuzz/xhr_send");

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private TandemServer server;
    private Cast cast;
    private Walk walk;
    private RawHttp http;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("limits.body_bytes", "" + Bent.BODY_BYTES_MAX, "limits.workspaces_per_user", "0"));
        cast = new Cast(server);
        walk = new Walk(server, cast);
        http = new RawHttp(server.url(""), PATIENCE_MS);
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    @Test
    void nothing_a_client_sends_is_the_servers_fault() {
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

    private List<String> round(Fuzz fuzz) {
        Things things = cast.fresh();
        List<Ask> asks = Stream.concat(
                        Contract.operations().stream()
                                .filter(operation -> !isLast(operation))
                                .flatMap(operation -> walk.valid(operation, things).stream()),
                        PAGES.stream().map(ApiFuzzTest::page))
                .toList();
        List<Ask> last = Contract.operations().stream()
                .filter(ApiFuzzTest::isLast)
                .flatMap(operation -> walk.valid(operation, things).stream())
                .toList();
        return Stream.of(asks, last)
                .flatMap(some -> faults(some, fuzz).stream())
                .toList();
    }

    private static boolean isLast(Operation operation) {
        return operation.method().equals("DELETE") || LAST.contains(operation.id());
    }

    private static Ask page(String path) {
        Operation page = new Operation(path, "GET", path, "public", List.of(), MissingNode.getInstance(), false);
        return new Ask(page, Map.of(), Map.of(), Map.of(), null);
    }

    private List<String> faults(List<Ask> asks, Fuzz fuzz) {
        List<OddRequest> odd = asks.stream()
                .flatMap(ask -> Stream.generate(() -> OddRequest.of(ask, fuzz)).limit(OF_EACH))
                .toList();
        List<CompletableFuture<@Nullable String>> sent = odd.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> fault(request), threads))
                .toList();
        return sent.stream()
                .map(CompletableFuture::join)
                .filter(fault -> fault != null)
                .toList();
    }

    private @Nullable String fault(OddRequest request) {
        Heard heard = send(request);
        boolean isServersFault =
                heard.status() >= 500 || heard.status() < 0 || heard.text().contains("\tat ");
        boolean isUnanswered = request.whole() && heard.status() == 0;
        return isServersFault || isUnanswered ? request + "\n→ " + heard : null;
    }

    private Heard send(OddRequest request) {
        try {
            return http.send(request.bytes(), request.whole());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
