package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.MailServer;
import io.tandem.testing.Person;
import io.tandem.testing.Ports;
import io.tandem.testing.Scrape;
import io.tandem.testing.TandemProcess;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.TestRedis;
import io.tandem.testing.WithDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboard and alerts in docker/ ask for what there is, in words Prometheus understands. */
@WithDatabase
class DashboardTest {

    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "tandem.json");
    private static final Path PROMETHEUS = Path.of("docker", "prometheus");
    private static final Pattern METRIC = Pattern.compile("\\b(?:tandem|vertx|jvm|process|system)_[a-z0-9_]+");
    private static final String TOKEN = "only-for-prometheus";

    @Test
    void every_metric_that_is_asked_for_exists(TestDatabase database, @TempDir Path folder) throws Exception {
        Set<String> missing = new TreeSet<>(metrics(String.join("\n", expressions())));
        missing.addAll(metrics(Files.readString(PROMETHEUS.resolve("alerts.yaml"))));
        try (TestRedis redis = TestRedis.start();
                MailServer mails = MailServer.start();
                TandemProcess tandem =
                        TandemProcess.start(folder.toRealPath().resolve("data"), environment(database, redis, mails))) {
            beUsed(tandem);
            Scrape.until(
                    () -> Scrape.of(tandem.url().resolve("/metrics"), "Authorization", "Bearer " + TOKEN),
                    scrape -> missing.removeAll(metrics(scrape.text())) && missing.isEmpty());
        } catch (AssertionError absent) {
            throw new AssertionError("There is no " + missing, absent);
        }
    }

    private static Map<String, String> environment(TestDatabase database, TestRedis redis, MailServer mails) {
        int port = Ports.free();
        return Map.of(
                "TANDEM_HTTP_PORT", Integer.toString(port),
                "TANDEM_PUBLIC_URL", "http://localhost:" + port,
                "TANDEM_MAIL_URI", mails.uri(),
                "TANDEM_DATABASE_URI", database.uri(),
                "TANDEM_REDIS_URI", redis.uri(),
                "TANDEM_METRICS_TOKEN", TOKEN);
    }

    /** Some counters begin with what they count. */
    private static void beUsed(TandemProcess tandem) throws Exception {
        Person ada = Person.register(tandem.url(), "Ada");
        UUID workspace = ada.createWorkspace("Harbour");
        ada.opens(workspace).close();
        assertThat(ada.connects("/ws?token=wrong").closeCode()).isEqualTo(4401);
        ada.createTask(workspace, "Paint the boat");
        ada.invites(Person.register(tandem.url(), "Grace"), workspace, "member");
        ada.post("/api/workspaces/" + workspace + "/invites", Map.of("email", "alan@example.org"))
                .expect(201);
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        assertThat(new ProcessBuilder(jcmd, Long.toString(tandem.pid()), "GC.run")
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Set<String> metrics(String text) {
        Set<String> names = new TreeSet<>();
        METRIC.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    @Test
    void every_panel_has_a_question_and_no_other_ones_place() throws IOException {
        Set<String> taken = new TreeSet<>();
        Set<Integer> ids = new TreeSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            if (!panel.path("type").asText().equals("row"))
                assertThat(panel.path("targets"))
                        .as(panel.path("title").asText())
                        .isNotEmpty();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    String cell =
                            place.path("x").asInt() + x + "," + (place.path("y").asInt() + y);
                    assertThat(taken.add(cell)).as(panel.path("title").asText()).isTrue();
                }
            }
        }
    }

    @Test
    void prometheus_understands_every_question(@TempDir Path folder) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        for (String expression : expressions()) {
            rules.append("  - record: question_")
                    .append(rules.length())
                    .append("\n    expr: ")
                    .append(Json.encode(expression.replace("$__rate_interval", "1m")))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("dashboard.yaml"), rules);
        assertThat(promtool("check", "rules", file.toString())).contains("SUCCESS");
    }

    @Test
    void every_alert_comes_when_it_should() throws Exception {
        assertThat(promtool("check", "config", file("prometheus.yaml"))).contains("SUCCESS");
        assertThat(promtool("test", "rules", file("alerts_test.yaml"))).contains("SUCCESS");
    }

    private static String file(String name) {
        return PROMETHEUS.resolve(name).toString();
    }

    private static String promtool(String... words) throws Exception {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean isThere = Stream.of(path.split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "promtool")));
        assumeTrue(isThere, "promtool is not installed, so what is for Prometheus is not tried");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> expressions() throws IOException {
        return dashboard().findValuesAsText("expr");
    }

    private static JsonNode dashboard() throws IOException {
        return Json.parse(Files.readString(DASHBOARD));
    }
}
