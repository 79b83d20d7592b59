package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.notifications.Calm;
import io.tandem.platform.Ids;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Message;
import io.tandem.testing.DatabaseContent;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Misfits;
import io.tandem.testing.Person;
import io.tandem.testing.Reference;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Says every command of asyncapi.yaml wrong in one place each: all get an error with the right code, nothing changes, and
 * the socket stays. Then the command that is wrong nowhere is acknowledged.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveWalkTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> INVALID = Set.of("validation_failed");
    private static final Set<String> NOT_THERE = Set.of("not_found", "validation_failed");

    /** Everybody has one of their own, and can name nobody else's. */
    private static final Set<String> OF_ONESELF = Set.of("status");

    private static final Set<String> LEFT_OUT = Set.of(
            "id",
            "version",
            "description",
            "priority",
            "labels",
            "checklist",
            "done",
            "before_id",
            "after_id",
            "mentions");

    /** What a command is about; where it belongs does not matter, as long as it is one's own. */
    private static final Set<String> OWN = Set.of("task_id", "comment_id", "workspace_id", "notification_id");

    private TandemServer server;
    private DatabaseContent content;
    private Cast cast;
    private Calm calm;

    /** @param codes those an error may have */
    private record Bent(String what, JsonNode message, Set<String> codes) {}

    static List<Message> commands() {
        return Contract.commands();
    }

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database);
        content = new DatabaseContent(
                database, "accounts_session", "accounts_refresh_token", "presence_person", "notifications_sweep");
        calm = new Calm(database);
        cast = new Cast(server);
    }

    @AfterAll
    void stop() throws Exception {
        calm.close();
        content.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void only_the_valid_command_changes_anything(Message command) {
        int kinds = 1;
        for (int i = 0; i < kinds; i++) {
            List<Saying> all = Saying.valid(command, cast, cast.fresh());
            kinds = all.size();
            ObjectNode valid = all.get(i).json();
            calm.await();
            Map<String, String> before = content.digests();
            try (LiveClient socket = socketOf(cast.ada());
                    LiveClient stranger = socketOf(cast.mallory())) {
                assertThat(faults(socket, bent(command, valid))).isEmpty();
                if (!OF_ONESELF.contains(command.type()))
                    assertThat(faults(stranger, Stream.of(new Bent("by a stranger", valid, Set.of("not_found")))))
                            .isEmpty();
                assertThat(content.digests()).isEqualTo(before);
                assertThat(socket.say(valid).next("ack").path("id")).isEqualTo(valid.path("id"));
                assertThat(content.digests()).isNotEqualTo(before);
            }
        }
    }

    private static LiveClient socketOf(Person person) {
        LiveClient socket = person.connects("/ws?token=" + person.token());
        socket.next("welcome");
        socket.nextSubscribed(null);
        return socket;
    }

    /** Said in one breath: answers come in the order of their questions. */
    private static List<String> faults(LiveClient socket, Stream<Bent> all) {
        List<Bent> bent = all.toList();
        bent.forEach(one -> socket.say(one.message()));
        List<String> faults = new ArrayList<>();
        for (Bent one : bent) {
            JsonNode answer = socket.next();
            boolean isRight = answer.path("type").asText().equals("error")
                    && one.codes().contains(answer.path("code").asText())
                    && answer.path("message").isTextual()
                    && (!answer.has("id")
                            || answer.path("id").equals(one.message().path("id")));
            if (!isRight) faults.add(one.what() + ": expected " + one.codes() + ", got " + answer);
        }
        return faults;
    }

    private Stream<Bent> bent(Message command, ObjectNode valid) {
        return Stream.of(
                        shapes(command, valid),
                        ids(valid),
                        references(command, valid),
                        workspaces(valid),
                        taken(command, valid))
                .flatMap(bent -> bent);
    }

    private static Stream<Bent> shapes(Message command, ObjectNode valid) {
        return Misfits.of(command.data(), valid.path("data")).stream()
                .filter(misfit -> !isLeftOut(misfit))
                .map(misfit -> new Bent("data" + misfit.what(), again(valid).set("data", misfit.value()), INVALID));
    }

    /** Where nothing depends on the difference, a command takes null for left out, and may change nothing at all. */
    private static boolean isLeftOut(Misfits.Misfit misfit) {
        if (misfit.what().endsWith("too few fields")) return true;
        return LEFT_OUT.stream().anyMatch(field -> misfit.what().endsWith("/" + field + ": a null"));
    }

    /** Under an id of its own: one that got through would else answer for the others. */
    private static ObjectNode again(ObjectNode valid) {
        return valid.deepCopy().put("id", Ids.next().toString());
    }

    private static Stream<Bent> ids(ObjectNode valid) {
        Stream<JsonNode> ids = Stream.concat(
                Stream.of("", "x".repeat(65), "\u0000", "a\u0000b", "two words", "\u00e4", "line\n")
                        .map(JSON::textNode),
                Stream.of(JSON.numberNode(7), JSON.nullNode(), JSON.objectNode(), JSON.arrayNode()));
        Stream<Bent> bent = ids.map(id -> new Bent("id " + id, valid.deepCopy().set("id", id), INVALID));
        ObjectNode without = valid.deepCopy();
        return Stream.concat(bent, Stream.of(new Bent("without an id", without.without("id"), INVALID)));
    }

    private Stream<Bent> references(Message command, ObjectNode valid) {
        return valid.path("data").properties().stream().flatMap(field -> {
            Reference reference = Reference.of(field.getKey(), command.type());
            if (reference == null) return Stream.of();
            return cast.wrong(reference).entrySet().stream()
                    .filter(id -> !(OWN.contains(field.getKey()) && id.getKey().equals("elsewhere")))
                    .map(id -> new Bent(
                            field.getKey() + " " + id.getKey(),
                            with(
                                    valid,
                                    field.getKey(),
                                    JSON.textNode(id.getValue().toString())),
                            NOT_THERE));
        });
    }

    private static ObjectNode with(ObjectNode valid, String field, JsonNode value) {
        ObjectNode bent = again(valid);
        ObjectNode data = (ObjectNode) bent.path("data");
        data.set(field, data.path(field).isArray() ? JSON.arrayNode().add(value) : value);
        return bent;
    }

    private Stream<Bent> workspaces(ObjectNode valid) {
        if (!valid.has("workspace_id")) return Stream.of();
        Stream<JsonNode> garbage = Stream.of(
                JSON.textNode("nonsense"),
                JSON.textNode("\u0000"),
                JSON.textNode("urn:uuid:" + Ids.next()),
                JSON.textNode(""),
                JSON.numberNode(7),
                JSON.booleanNode(true),
                JSON.objectNode(),
                JSON.arrayNode());
        Stream<JsonNode> wrong =
                cast.wrong(Reference.WORKSPACE).values().stream().map(id -> JSON.textNode(id.toString()));
        return Stream.concat(garbage, wrong)
                .map(id -> new Bent("workspace_id " + id, again(valid).set("workspace_id", id), NOT_THERE));
    }

    private Stream<Bent> taken(Message command, ObjectNode valid) {
        if (!valid.path("data").has("id")) return Stream.of();
        Reference same = command.type().startsWith("comment.") ? Reference.COMMENT : Reference.TASK;
        return Stream.of(cast.elsewhere(), cast.foreign())
                .map(things -> new Bent(
                        "the id of another one",
                        with(valid, "id", JSON.textNode(same.in(things).toString())),
                        Set.of("id_taken")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"nonsense\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":7}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"\\u0000\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@unknown@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@foreign@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@foreign@\",\"since\":1,\"epoch\":\"@unknown@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":1}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":-1,\"epoch\":\"@unknown@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":1.5,\"epoch\":\"@unknown@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":\"1\",\"epoch\":\"@unknown@\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":1,\"epoch\":\"nonsense\"}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":1,\"epoch\":7}",
                "{\"type\":\"subscribe\",\"id\":\"s\",\"workspace_id\":\"@own@\",\"since\":99999999999999999999,\"epoch\":\"@unknown@\"}",
                "{\"type\":\"unsubscribe\",\"id\":\"s\",\"workspace_id\":\"nonsense\"}",
                "{\"type\":\"unsubscribe\",\"id\":\"s\",\"workspace_id\":null}",
                "{\"type\":\"auth\",\"id\":\"s\"}",
                "{\"type\":\"auth\",\"id\":\"s\",\"token\":7}",
                "{\"type\":\"nonsense\",\"id\":\"s\"}",
                "{\"type\":\"\",\"id\":\"s\"}",
                "{\"type\":\"\\u0000\",\"id\":\"s\"}",
                "{\"type\":\"workspaces.delete\",\"id\":\"s\",\"data\":{\"workspace_id\":\"@own@\"}}"
            })
    void a_wrong_message_gets_an_error_and_the_socket_stays(String text) {
        String message = text.replace("@own@", cast.elsewhere().workspace().toString())
                .replace("@foreign@", cast.foreign().workspace().toString())
                .replace("@unknown@", Ids.next().toString());
        try (LiveClient socket = socketOf(cast.ada())) {
            JsonNode error = socket.say(message).next("error");
            assertThat(error.path("id").asText()).isEqualTo("s");
            assertThat(error.path("code").asText()).isIn("validation_failed", "not_found", "malformed");
            assertThat(socket.settle()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{}",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":{}}",
                "{\"type\":\"heartbeat\"}{}",
                "{\"type\":\"heartbeat\",}",
                "\u0000",
                "{\"type\":@deep@"
            })
    void what_is_no_message_closes_the_socket(String text) {
        LiveClient socket = socketOf(cast.ada());
        socket.say(text.replace("@deep@", "[".repeat(5_000)));
        assertThat(socket.closeCode()).isEqualTo(CloseCode.PROTOCOL_ERROR.number);
    }
}
