package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tandem.testing.Answer;
import io.tandem.testing.Balancer;
import io.tandem.testing.Balancer.Kind;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.SockJsClient;
import io.tandem.testing.SockJsClient.Transport;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The balancers' configurations in docker/, tried for real in front of two instances. */
@WithDatabase
class LoadBalancerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SESSIONS = 6;

    /** Where chance decides: they all go to one instance once in a thousand million times. */
    private static final int SESSIONS_MAX = 30;

    /** How the logs name an instance: HAProxy by its server, nginx by its address. */
    private static final Pattern INSTANCE = Pattern.compile("/(tandem-\\d)| 127\\.0\\.0\\.1:(\\d+) ");

    private static TandemServer one;
    private static TandemServer two;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start_two_instances(TestDatabase database) {
        one = TandemServer.start(database);
        two = TandemServer.start(database);
    }

    @AfterAll
    static void stop_them() {
        one.close();
        two.close();
    }

    private Balancer balancer(Kind kind) throws IOException {
        return balancer(kind, two);
    }

    private Balancer balancer(Kind kind, TandemServer second) throws IOException {
        assumeTrue(kind.program().isPresent(), kind + " is not installed, so its configuration is not tried");
        return Balancer.start(kind, folder.toRealPath(), one, second);
    }

    @ParameterizedTest
    @EnumSource
    void every_way_to_be_live_works(Kind kind) throws IOException {
        try (Balancer balancer = balancer(kind)) {
            Person ada = Person.register(balancer.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            LiveClient socket = ada.opens(workspace);
            socket.command("task.create", "one", workspace, Map.of("title", "One"))
                    .next("ack");
            LiveClient raw = ada.connects("/live/websocket");
            raw.say(Map.of("type", "auth", "token", ada.token())).next("welcome");
            for (Transport transport : Transport.values()) {
                try (SockJsClient session = SockJsClient.open(balancer.url(), transport, ada.token())) {
                    session.say(create(workspace, transport.name()));
                    session.until("ack");
                    socket.until("task.created");
                }
            }
        }
    }

    private static Map<String, Object> create(UUID workspace, String title) {
        return Map.of("type", "task.create", "id", title, "workspace_id", workspace, "data", Map.of("title", title));
    }

    @ParameterizedTest
    @EnumSource
    void a_sockjs_session_stays_with_one_instance(Kind kind) throws IOException {
        try (Balancer balancer = balancer(kind)) {
            Person ada = Person.register(balancer.url(), "Ada");
            Set<String> instances = new HashSet<>();
            for (int i = 0; i < SESSIONS_MAX && instances.size() < 2; i++) {
                SockJsClient session = SockJsClient.open(balancer.url(), Transport.POLLING, ada.token());
                for (int beat = 0; beat < 3; beat++) heartbeat(session);
                instances.add(onlyInstance(balancer.lines(session.session() + "/xhr_send", 4)));
            }
            assertThat(instances).hasSize(2);
        }
    }

    /** A session that is lost was lost where it was, which the log shows all the same. */
    private static void heartbeat(SockJsClient session) {
        try {
            session.say(Map.of("type", "heartbeat"));
        } catch (SockJsClient.Lost lost) {
            assertThat(lost).hasMessageContaining(session.session());
        }
    }

    private static List<SockJsClient> sessions(Balancer balancer, Person who) {
        List<SockJsClient> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++)
            sessions.add(SockJsClient.open(balancer.url(), Transport.POLLING, who.token()));
        return sessions;
    }

    private static String onlyInstance(List<String> lines) {
        List<String> instances =
                lines.stream().map(LoadBalancerTest::instance).distinct().toList();
        assertThat(instances).hasSize(1);
        return instances.getFirst();
    }

    private static String instance(String line) {
        var found = INSTANCE.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_misses_an_instance_that_is_gone(Kind kind, TestDatabase database) throws IOException {
        TandemServer second = TandemServer.start(database);
        try (Balancer balancer = balancer(kind, second)) {
            Person ada = Person.register(balancer.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            second.close();
            for (int i = 0; i < 8; i++) ada.createTask(workspace, "Task " + i);
            for (int i = 0; i < 4; i++) ada.opens(workspace).close();
            sessions(balancer, ada).forEach(SockJsClient::close);
            assertThat(balancer.log()).doesNotContain("token").doesNotContain(ada.token());
        }
    }

    @Test
    void an_instance_that_is_about_to_end_gets_nobody_new_and_keeps_whom_it_has(TestDatabase database)
            throws IOException {
        Map<String, String> notice = Map.of("shutdown.notice_ms", "6000");
        TandemServer second = TandemServer.start(database, notice);
        try (Balancer balancer = balancer(Kind.HAPROXY, second)) {
            Person ada = Person.register(balancer.url(), "Ada");
            UUID workspace = ada.createWorkspace("Harbour");
            List<LiveClient> before = List.of(ada.opens(workspace), ada.opens(workspace));
            List<SockJsClient> sessions = sessions(balancer, ada);
            Future<Void> drained = second.instance().drain();
            untilOnlyOne(balancer, ada);
            ada.createTask(workspace, "During");
            for (LiveClient socket : before) socket.next("task.created");
            sessions.forEach(LoadBalancerTest::heartbeat);
            List<String> said = balancer.lines("xhr_send", 2 * SESSIONS);
            assertThat(said.subList(SESSIONS, 2 * SESSIONS))
                    .extracting(LoadBalancerTest::instance)
                    .contains("/tandem-1", "/tandem-2");
            TandemServer.await(drained);
            for (SockJsClient session : sessions) session.close();
        } finally {
            TandemServer.await(second.vertx().close());
        }
    }

    /** Requests go to both in turn, so four that reached the same one show that the other is out. */
    private static void untilOnlyOne(Balancer balancer, Person who) {
        Instant end = Instant.now().plus(PATIENCE);
        int before;
        List<String> latest;
        do {
            assertThat(Instant.now()).isBefore(end);
            before = balancer.lines("GET /api/me ", 0).size();
            for (int i = 0; i < 4; i++) assertThat(who.get("/api/me").status()).isEqualTo(200);
            latest = balancer.lines("GET /api/me ", before + 4);
            latest = latest.subList(latest.size() - 4, latest.size());
        } while (!latest.stream().allMatch(line -> instance(line).equals("/tandem-1")));
    }

    @ParameterizedTest
    @EnumSource
    void tokens_are_not_logged(Kind kind) throws IOException {
        try (Balancer balancer = balancer(kind)) {
            Person ada = Person.register(balancer.url(), "Ada");
            ada.opens(ada.createWorkspace("Harbour")).close();
            ada.get("/ws?token=" + ada.token());
            ada.get("/metrics?token=" + ada.token());
            ada.get("/api/invites/" + ada.token());
            ada.get("/join/" + ada.token() + "?x");
            balancer.lines("GET /join/- ", 1);
            balancer.lines("GET /api/invites/- ", 1);
            balancer.lines("GET /metrics", 1);
            balancer.lines("GET /ws", 2);
            assertThat(balancer.log()).doesNotContain("token").doesNotContain(ada.token());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_for_operators_is_hidden(Kind kind) throws IOException {
        try (Balancer balancer = balancer(kind)) {
            for (String path : List.of(
                    "/metrics",
                    "/metrics/",
                    "/%6detrics",
                    "//metrics",
                    "/./metrics",
                    "/api/../metrics",
                    "/api/%2e%2e/metrics",
                    "/api/admin/websocket/stats",
                    "/api//admin/websocket/stats",
                    "/api/%61dmin/websocket/stats")) {
                assertThat(raw(balancer, path)).as(path).containsPattern("^HTTP/1.1 40[04]");
            }
            assertThat(balancer.lines("GET ", 10))
                    .noneMatch(line -> INSTANCE.matcher(line).find());
        }
    }

    /** It compares a page's origin with the host it is asked for. */
    @ParameterizedTest
    @EnumSource
    void a_page_of_the_server_may_open_sockets_through_it(Kind kind) throws IOException {
        try (Balancer balancer = balancer(kind)) {
            for (String path : List.of("/ws", "/live/websocket")) {
                LiveClient socket = LiveClient.connectFrom(
                        balancer.url().toString(), balancer.url().resolve(path));
                assertThat(socket.say(Map.of("type", "auth", "token", "nobodys"))
                                .closeCode())
                        .as(path)
                        .isEqualTo(4401);
            }
        }
    }

    /** Otherwise everybody would get round every limit, and links would lead where the attacker wants. */
    @ParameterizedTest
    @EnumSource
    void nobody_says_through_a_balancer_who_they_are(Kind kind, TestDatabase database) throws IOException {
        Map<String, String> settings =
                Map.of("http.trusted_proxies", "127.0.0.1", "limits.tokens_per_minute_and_address", "2");
        TandemServer second = TandemServer.start(database, settings);
        assumeTrue(kind.program().isPresent(), kind + " is not installed, so its configuration is not tried");
        try (Balancer balancer = Balancer.start(kind, folder.toRealPath(), second, second)) {
            Person ada = Person.register(balancer.url(), "Ada");
            String path = "/api/workspaces/" + ada.createWorkspace("Harbour") + "/invites";
            String url = ada.send("POST", path, Map.of(), "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil")
                    .expect(201)
                    .path("url")
                    .asText();
            assertThat(url).startsWith(balancer.url() + "/join/");
            for (int i = 0; i < 2; i++) guess(ada, "203.0.113." + i).expect(404);
            guess(ada, "203.0.113.9").expect(429);
        } finally {
            second.close();
        }
    }

    private static Answer guess(Person who, String spoken) {
        return who.send("GET", "/api/invites/guess", null, "X-Forwarded-For", spoken);
    }

    /** As it stands: other clients tidy the path first. */
    private static String raw(Balancer balancer, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", balancer.url().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
