package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Answer;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is where, what is not, and how a server stops. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressesTest {

    private TestDatabase database;
    private TandemServer server;
    private Person ada;

    @BeforeAll
    void start(TestDatabase own) {
        database = own;
        server = TandemServer.start(own);
        ada = server.register("Ada");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void an_unknown_address_of_the_api_is_not_found_whatever_the_method() {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            for (String path : List.of("/api", "/api/unknown", "/api/tasks/a/b/c")) {
                assertThat(ada.send(method, path, null).refused(404))
                        .as(method + " " + path)
                        .isEqualTo("not_found");
            }
        }
    }

    @Test
    void a_page_learns_how_its_request_arrived() {
        JsonNode config = server.stranger().get("/api/config").expect(200);
        assertThat(config.path("host").asText()).isEqualTo(server.url("/").getAuthority());
        assertThat(config.path("public_url").asText("missing")).isEmpty();
        assertThat(Instant.parse(config.path("server_time").asText()))
                .isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void a_known_address_says_which_methods_it_takes() {
        Answer answer = ada.delete("/api/workspaces");
        assertThat(answer.refused(405)).isEqualTo("method_not_allowed");
        assertThat(answer.headers().firstValue("Allow").orElse("").split(", "))
                .containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void head_answers_where_get_does() {
        for (String path : List.of("/health", "/health/live", "/health/ready", "/openapi.yaml", "/")) {
            assertThat(ada.send("HEAD", path, null).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void the_name_of_a_file_that_is_not_there_is_not_found() {
        for (String path : List.of("/favicon.ico", "/w/robots.txt", "/assets/gone.js")) {
            assertThat(ada.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(ada.get("/w/some-workspace").status()).isEqualTo(200);
    }

    /** A browser that kept an old page would ask for files of a version that is gone. */
    @Test
    void every_page_is_asked_for_anew() {
        for (String path : List.of("/", "/w/some-workspace")) {
            assertThat(ada.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-cache");
        }
    }

    @Test
    void a_server_with_every_limit_off_works() {
        Map<String, String> off = new HashMap<>();
        for (String limit : List.of(
                "connections",
                "unauthenticated_per_address",
                "requests_per_minute",
                "sign_ins_per_minute_and_address",
                "wrong_passwords",
                "registrations_per_hour_and_address",
                "tokens_per_minute_and_address",
                "header_bytes",
                "url_bytes",
                "body_seconds",
                "idle_seconds",
                "auth_seconds",
                "heartbeat_timeout_seconds",
                "message_bytes",
                "body_bytes",
                "commands_in_flight",
                "subscriptions_per_connection",
                "replay_events",
                "members_per_workspace",
                "tasks_per_workspace",
                "columns_per_workspace",
                "labels_per_workspace",
                "invites_per_workspace",
                "workspaces_per_user",
                "request_seconds")) off.put("limits." + limit, "0");
        try (TandemServer free = TandemServer.start(database, off)) {
            Person grace = free.register("Grace");
            UUID workspace = grace.createWorkspace("Free");
            LiveClient socket = grace.opens(workspace);
            socket.command("task.create", "a", workspace, Map.of("title", "Anything"))
                    .next("ack");
        }
    }

    @Test
    void a_request_in_flight_is_answered_before_the_server_is_gone() {
        TandemServer leaving = TandemServer.start(database);
        try (DatabaseSession other = new DatabaseSession(database)) {
            Person grace = leaving.register("Grace");
            UUID workspace = grace.createWorkspace("Shared");
            other.run("BEGIN");
            other.run("UPDATE journal_head SET pruned = pruned WHERE log_id = '" + workspace + "'");
            var answer = CompletableFuture.supplyAsync(() -> grace.createTask(workspace, "Just in time"))
                    .orTimeout(20, TimeUnit.SECONDS);
            other.untilSomebodyWaits();
            var drained = leaving.instance().drain();
            assertThat(drained.isComplete()).isFalse();
            other.run("COMMIT");
            assertThat(answer.join().path("title").asText()).isEqualTo("Just in time");
            TandemServer.await(drained);
            TandemServer.await(leaving.instance().stop());
            TandemServer.await(leaving.vertx().close());
        }
    }
}
