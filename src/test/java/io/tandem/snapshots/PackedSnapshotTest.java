package io.tandem.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import io.tandem.testing.Scrape;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Snapshots are made once for many, and are what a fresh one would be. Ada owns the workspace, Grace and Alan are members. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedSnapshotTest {

    private static final String PACKED = "tandem_snapshots_packed_total";
    private static final String TOKEN = "scrape-0123456789abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TandemServer server;
    private Person ada;
    private Person grace;
    private Person alan;
    private UUID workspace;
    private String path;

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database, Map.of("metrics.token", TOKEN));
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
    }

    @BeforeEach
    void share() {
        workspace = ada.createWorkspace("Shared");
        path = "/api/workspaces/" + workspace + "/snapshot";
        ada.invites(grace, workspace, "member");
        ada.invites(alan, workspace, "member");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpRequest request(Person who) {
        return HttpRequest.newBuilder(server.url(path))
                .header("Authorization", "Bearer " + who.token())
                .header("Accept-Encoding", "gzip")
                .build();
    }

    private byte[] packed(Person who) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request(who), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        return answer.body();
    }

    private static JsonNode unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private double made() {
        return Objects.requireNonNull(Scrape.of(server.url("/metrics"), "Authorization", "Bearer " + TOKEN)
                .values()
                .get(PACKED));
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void while_nothing_changes_all_members_get_the_same_bytes() throws Exception {
        byte[] first = packed(grace);
        assertThat(packed(grace)).isEqualTo(first);
        assertThat(packed(alan)).isEqualTo(first);
        assertThat(unpacked(first)).isEqualTo(alan.snapshot(workspace));
    }

    @Test
    void a_crowd_that_comes_at_once_is_served_from_one() {
        double before = made();
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 60)
                .mapToObj(i -> HTTP.sendAsync(request(i % 2 == 0 ? grace : alan), BodyHandlers.ofByteArray()))
                .toList();
        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200);
        assertThat(made()).isEqualTo(before + 1);
    }

    @Test
    void a_change_makes_a_new_one() {
        JsonNode before = grace.snapshot(workspace);
        ada.createTask(workspace, "New");
        JsonNode after = grace.snapshot(workspace);
        assertThat(after.path("seq").asLong()).isEqualTo(before.path("seq").asLong() + 1);
        assertThat(after.path("tasks").get(0).path("title").asText()).isEqualTo("New");
    }

    @Test
    void each_reader_sees_their_own_role() {
        assertThat(grace.snapshot(workspace).at("/workspace/role").asText()).isEqualTo("member");
        assertThat(ada.snapshot(workspace).at("/workspace/role").asText()).isEqualTo("owner");
        ada.patch("/api/workspaces/" + workspace + "/members/" + grace.id(), Map.of("role", "viewer"))
                .expect(200);
        assertThat(grace.snapshot(workspace).at("/workspace/role").asText()).isEqualTo("viewer");
        assertThat(alan.snapshot(workspace).at("/workspace/role").asText()).isEqualTo("member");
    }

    @Test
    void who_was_removed_finds_nothing_though_it_is_there_for_others() {
        String known = tag(grace.get(path));
        ada.delete("/api/workspaces/" + workspace + "/members/" + grace.id()).expect(204);
        alan.snapshot(workspace);
        grace.get(path).expect(404);
        grace.send("GET", path, null, "If-None-Match", known).expect(404);
    }

    @Test
    void a_deleted_workspace_is_found_no_more() {
        grace.snapshot(workspace);
        ada.delete("/api/workspaces/" + workspace).expect(204);
        grace.get(path).expect(404);
    }

    @Test
    void who_has_it_already_is_told_so_and_sent_nothing() {
        String tag = tag(grace.get(path));
        grace.send("GET", path, null, "If-None-Match", tag).expect(304);
        grace.send("GET", path, null, "If-None-Match", "\"another\", " + tag).expect(304);
        assertThat(tag(alan.get(path))).isEqualTo(tag).isNotEqualTo(tag(ada.get(path)));
        ada.createTask(workspace, "New");
        assertThat(tag(grace.send("GET", path, null, "If-None-Match", tag))).isNotEqualTo(tag);
    }

    @Test
    void a_large_one_arrives_whole_packed_or_not() throws Exception {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < 20; i++) {
            String text = HexFormat.of().formatHex(noise).substring(i);
            ada.post("/api/tasks", Map.of("workspace_id", workspace, "title", "Big " + i, "description", text))
                    .expect(201);
        }
        JsonNode plain = grace.snapshot(workspace);
        assertThat(unpacked(packed(grace))).isEqualTo(plain);
        assertThat(plain.path("tasks")).hasSize(20);
    }
}
