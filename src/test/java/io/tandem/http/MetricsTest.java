package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.Scrape;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Prometheus reads, and who may. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    private static final String TOKEN = "only-for-prometheus";
    private static final String DELIVERIES = "tandem_live_delivery_seconds_count";
    private static final Pattern NAME = Pattern.compile("`((?:tandem|vertx)_[a-z_]+)");

    private TestDatabase database;
    private TandemServer server;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own, Map.of("metrics.token", TOKEN));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Scrape scrape() {
        return Scrape.of(server.url("/metrics"), "Authorization", "Bearer " + TOKEN);
    }

    @Test
    void on_the_servers_port_only_whoever_brings_the_token_sees_them() {
        assertThat(scrape().status()).isEqualTo(200);
        for (String wrong : List.of("Bearer " + TOKEN + "x", "Bearer only", "Bearer ", TOKEN, "Basic " + TOKEN)) {
            Scrape refused = Scrape.of(server.url("/metrics"), "Authorization", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.values()).isEmpty();
        }
        assertThat(server.stranger().get("/metrics").refused(401)).isEqualTo("unauthorized");
    }

    @Test
    void without_a_token_and_a_port_there_are_none() {
        try (TandemServer closed = TandemServer.start(database)) {
            assertThat(closed.stranger().get("/metrics").refused(404)).isEqualTo("not_found");
        }
    }

    @Test
    void on_a_port_of_their_own_nobody_needs_a_token_and_the_servers_port_has_none() throws IOException {
        String port = freePort();
        try (TandemServer two = TandemServer.start(database, Map.of("metrics.port", port))) {
            assertThat(Scrape.of(URI.create("http://127.0.0.1:" + port + "/metrics"))
                            .values())
                    .containsKey("tandem_live_opened_total");
            assertThat(Scrape.of(URI.create("http://127.0.0.1:" + port + "/api/config"))
                            .status())
                    .isEqualTo(404);
            assertThat(two.stranger().get("/metrics").refused(404)).isEqualTo("not_found");
        }
    }

    @Test
    void a_token_is_asked_for_on_a_port_of_their_own_too_where_there_is_one() throws IOException {
        String port = freePort();
        URI own = URI.create("http://127.0.0.1:" + port + "/metrics");
        try (TandemServer two = TandemServer.start(database, Map.of("metrics.port", port, "metrics.token", TOKEN))) {
            assertThat(Scrape.of(own).status()).isEqualTo(401);
            assertThat(Scrape.of(own, "Authorization", "Bearer " + TOKEN).status())
                    .isEqualTo(200);
            assertThat(Scrape.of(two.url("/metrics"), "Authorization", "Bearer " + TOKEN)
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        }
    }

    @Test
    void one_event_to_two_sockets_is_two_messages_and_one_delivery_a_hub() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Home");
        try (LiveClient first = ada.opens(workspace);
                LiveClient second = ada.opens(workspace)) {
            Scrape before = scrape();
            ada.createTask(workspace, "Counted");
            first.until("task.created");
            second.until("task.created");
            Scrape after = Scrape.until(
                    this::scrape,
                    now -> now.value("tandem_live_delivered_total") == before.value("tandem_live_delivered_total") + 2);
            assertThat(after.value(DELIVERIES) - before.value(DELIVERIES)).isBetween(1.0, 2.0);
            assertThat(after.value("tandem_live_delivery_seconds_bucket{le=\"5.0\"}"))
                    .isEqualTo(after.value(DELIVERIES));
            assertThat(after.value("tandem_live_connections{transport=\"websocket\"}"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(after.value("tandem_journal_followed")).isPositive();
            assertThat(after.value("tandem_journal_events_total{source=\"commit\"}"))
                    .isPositive();
        }
    }

    @Test
    void what_is_replayed_is_delivered_and_no_delivery_time() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Home");
        var start = ada.snapshot(workspace);
        for (int i = 0; i < 5; i++) ada.createTask(workspace, "Before " + i);
        Scrape before = scrape();
        String since = "&since=" + start.path("seq").asLong() + "&epoch="
                + start.path("epoch").asText();
        try (LiveClient late = ada.connects("/ws/workspace/" + workspace + "?token=" + ada.token() + since)) {
            for (int i = 0; i < 5; i++) late.until("task.created");
            Scrape after = Scrape.until(
                    this::scrape,
                    now -> now.value("tandem_live_delivered_total") >= before.value("tandem_live_delivered_total") + 5);
            assertThat(after.value(DELIVERIES)).isEqualTo(before.value(DELIVERIES));
        }
    }

    @Test
    void sockets_are_counted_by_how_they_end() {
        Person ada = server.register("Ada");
        UUID workspace = ada.createWorkspace("Home");
        Scrape before = scrape();
        ada.opens(workspace).say("no JSON").closeCode();
        ada.connects("/ws?token=forged").closeCode();
        ada.connects("/ws/workspace/nonsense?token=" + ada.token()).closeCode();
        Scrape after = Scrape.until(this::scrape, now -> now.value("tandem_live_refused_total{code=\"4404\"}") > 0);
        assertThat(after.value("tandem_live_opened_total") - before.value("tandem_live_opened_total"))
                .isEqualTo(1);
        assertThat(after.value("tandem_live_closed_total{code=\"4400\"}")).isEqualTo(1);
        assertThat(after.value("tandem_live_refused_total{code=\"4401\"}")).isEqualTo(1);
    }

    @Test
    void requests_commands_and_queries_are_timed() {
        server.register("Ada").createWorkspace("Home");
        server.stranger().get("/api/me").expect(401);
        server.stranger().post("/api/auth/login", Map.of("email", "x@example.org", "password", "wrong"));
        Scrape scrape = Scrape.until(
                this::scrape,
                now -> now.value("vertx_http_server_response_time_seconds_count{code=\"401\",method=\"GET\"}") > 0);
        assertThat(scrape.value(
                        "tandem_command_seconds_count{address=\"accounts.login\",outcome=\"wrong_credentials\"}"))
                .isPositive();
        assertThat(scrape.value("tandem_command_seconds_count{address=\"workspaces.create\",outcome=\"ok\"}"))
                .isPositive();
        assertThat(scrape.value("tandem_database_query_seconds_count")).isPositive();
        assertThat(scrape.text()).doesNotContain("/api/");
    }

    @Test
    void methods_nobody_knows_are_one() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String made : List.of("MADE", "UP"))
                client.send(
                        HttpRequest.newBuilder(server.url("/api/config"))
                                .method(made, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        }
        Scrape scrape = Scrape.until(this::scrape, now -> now.text().contains("method=\"other\""));
        assertThat(scrape.text()).doesNotContain("MADE").doesNotContain("\"UP\"");
    }

    @Test
    void everything_there_is_documented() throws IOException {
        server.register("Ada").createWorkspace("Home");
        String documented = Files.readString(Path.of("docs", "operations.md"));
        List<String> names =
                NAME.matcher(documented).results().map(found -> found.group(1)).toList();
        List<String> types = scrape().text()
                .lines()
                .filter(line -> line.startsWith("# TYPE tandem_") || line.startsWith("# TYPE vertx_"))
                .map(line -> line.split(" ")[2])
                .filter(name -> !name.endsWith("_max"))
                .toList();
        assertThat(names).containsAll(types);
        assertThat(types).contains("tandem_live_delivery_seconds", "tandem_database_pool_used");
    }
}
