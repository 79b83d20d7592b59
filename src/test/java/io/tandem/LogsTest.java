package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.Answer;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemProcess;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a real server writes into its log for a collector. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsTest {

    private static final String BREAK = "ALTER TABLE tasks_task RENAME TO tasks_gone";
    private static final String MEND = "ALTER TABLE tasks_gone RENAME TO tasks_task";

    private TestDatabase database;
    private TandemProcess tandem;

    @BeforeAll
    void start(TestDatabase own, @TempDir Path directory) {
        database = own;
        tandem = TandemProcess.start(
                directory.resolve("data"),
                Map.of("TANDEM_DATABASE_URI", own.uri(), "TANDEM_LOG_FORMAT", "json", "TANDEM_NODE_ID", "attic"));
        tandem.url();
    }

    @AfterAll
    void stop() {
        tandem.close();
    }

    private List<JsonNode> lines(String field, String id) {
        return tandem.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Json::parse)
                .filter(line -> line.path(field).asText().equals(id))
                .toList();
    }

    private void run(String sql) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            session.run(sql);
        }
    }

    @Test
    void a_request_that_fails_is_found_by_the_id_its_answer_carries() {
        Person ada = Person.register(tandem.url(), "Ada");
        run(BREAK);
        Answer answer = ada.send("GET", "/api/tasks", null, "X-Request-Id", "report-7");
        run(MEND);
        assertThat(answer.refused(500)).isEqualTo("internal");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("report-7");
        tandem.hasSaid("listTasks was answered 500 internal");
        List<JsonNode> lines = lines("request_id", "report-7");
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.path("node").asText()).isEqualTo("attic");
            assertThat(line.path("time").asText()).endsWith("Z");
        });
        assertThat(lines.getFirst().path("message").asText()).isEqualTo("tasks.list failed");
        assertThat(lines.getFirst().path("stack").asText()).contains("tasks_task");
    }

    @Test
    void a_message_that_fails_is_found_by_the_id_its_welcome_named() {
        Person ada = Person.register(tandem.url(), "Ada");
        try (LiveClient socket = ada.connects("/ws?token=" + ada.token())) {
            String connection = socket.next("welcome").at("/data/connection_id").asText();
            socket.nextSubscribed(null);
            run(BREAK);
            JsonNode error = socket.command("task.create", "a", null, Map.of("title", "Lost"))
                    .until("error");
            run(MEND);
            assertThat(error.path("code").asText()).isEqualTo("internal");
            tandem.hasSaid("task.create was answered 500 internal");
            assertThat(lines("connection_id", connection))
                    .extracting(line -> line.path("message").asText())
                    .containsExactly("tasks.create failed", "task.create was answered 500 internal");
        }
    }

    @Test
    void an_id_that_could_do_harm_is_replaced_and_one_is_made_where_there_is_none() {
        Person stranger = Person.register(tandem.url(), "Ada");
        for (String harmful : List.of("two words", "{\"level\":\"INFO\"}", "x".repeat(65), "")) {
            assertThat(requestId(stranger.send("GET", "/api/config", null, "X-Request-Id", harmful)))
                    .isNotEqualTo(harmful)
                    .hasSize(36);
        }
        assertThat(requestId(stranger.get("/api/config"))).hasSize(36);
        assertThat(requestId(stranger.get("/nowhere.txt"))).hasSize(36);
    }

    private static String requestId(Answer answer) {
        return answer.headers().firstValue("X-Request-Id").orElse("");
    }

    @Test
    void no_token_and_no_password_is_ever_in_it() {
        List<String> secrets = new ArrayList<>(List.of("correct horse", "wrong-horse", "forged-token", "new-horse-9"));
        Person ada = Person.register(tandem.url(), "Ada");
        Person second = ada.elsewhere();
        secrets.addAll(List.of(ada.token(), ada.refreshToken(), second.token(), second.refreshToken()));
        ada.post("/api/auth/login", Map.of("email", ada.email(), "password", "wrong-horse"))
                .expect(401);
        ada.post("/api/auth/login", "{\"email\":\"x\",\"password\":\"wrong-horse\"")
                .expect(400);
        ada.post("/api/auth/refresh", Map.of("refresh_token", "forged-token")).expect(401);
        JsonNode refreshed = ada.post("/api/auth/refresh", Map.of("refresh_token", second.refreshToken()))
                .expect(200);
        secrets.add(refreshed.path("access_token").asText());
        secrets.add(refreshed.path("refresh_token").asText());
        ada.send("GET", "/api/me", null, "Authorization", "Bearer forged-token").expect(401);
        secrets.add(sockets(ada));
        failures(ada, secrets);
        tandem.hasSaid("previewInvite was answered 500");
        assertThat(tandem.output()).doesNotContain(secrets);
    }

    /** All ways a token reaches a socket; answers the token of an invite, which came by one of them. */
    private static String sockets(Person ada) {
        UUID workspace = ada.createWorkspace("Home");
        ada.opens(workspace).close();
        ada.connects("/ws", "tandem", "bearer." + ada.token()).next("welcome");
        ada.connects("/ws").say(Map.of("type", "auth", "token", ada.token())).next("welcome");
        ada.connects("/ws?token=forged-token").closeCode();
        ada.connects("/ws").say(Map.of("type", "auth", "token", "forged-token")).closeCode();
        ada.connects("/ws/workspace/" + workspace + "?token=" + ada.token())
                .say("{\"type\":\"auth\",\"token\":\"forged-token\"")
                .closeCode();
        return ada.post("/api/workspaces/" + workspace + "/invites", Map.of("role", "member"))
                .expect(201)
                .path("invite_token")
                .asText();
    }

    /** Handlers that fail while they have a secret in their hands. */
    private void failures(Person ada, List<String> secrets) {
        String invite = secrets.getLast();
        run("ALTER TABLE workspaces_invite RENAME TO workspaces_gone");
        ada.get("/api/invites/" + invite).expect(500);
        ada.post("/api/workspaces/join", Map.of("invite_token", invite)).expect(500);
        run("ALTER TABLE workspaces_gone RENAME TO workspaces_invite");
        run("ALTER TABLE accounts_session RENAME TO accounts_gone");
        ada.post("/api/auth/login", Map.of("email", ada.email(), "password", "correct horse"))
                .expect(500);
        ada.post("/api/auth/refresh", Map.of("refresh_token", ada.refreshToken()))
                .expect(500);
        ada.connects("/ws?token=" + ada.token()).next();
        run("ALTER TABLE accounts_gone RENAME TO accounts_session");
        ada.patch("/api/me", Map.of("current_password", "wrong-horse", "password", "new-horse-9"))
                .expect(401);
    }
}
