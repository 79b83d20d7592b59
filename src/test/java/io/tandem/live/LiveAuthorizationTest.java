package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tandem.live.Saying.Slot;
import io.tandem.notifications.Calm;
import io.tandem.platform.Ids;
import io.tandem.testing.Company;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Message;
import io.tandem.testing.DatabaseContent;
import io.tandem.testing.LiveClient;
import io.tandem.testing.MatrixReport;
import io.tandem.testing.Part;
import io.tandem.testing.Person;
import io.tandem.testing.Reference;
import io.tandem.testing.Refusal;
import io.tandem.testing.Right;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every message of asyncapi.yaml said by everybody, with the workspace's own ids and with foreign and unknown ones in each
 * place where an id stands. What has to come of it follows from {@code x-right}. The table is in
 * target/reports/authorization-live.md.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAuthorizationTest {

    private static final String SECRET = "authorization-matrix-".repeat(2);

    private final MatrixReport report = new MatrixReport("Who may what on a socket");
    private final Map<Part, LiveClient> sockets = new EnumMap<>(Part.class);
    private final List<String> faults = new ArrayList<>();
    private TandemServer server;
    private DatabaseContent content;
    private Calm calm;
    private Company company;

    /**
     * One cell.
     *
     * @param refusal null where it has to succeed
     */
    private record Attempt(
            String row, Saying saying, @Nullable Refusal refusal) {}

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database, Map.of("auth.jwt_secret", SECRET, "limits.signals_per_minute", "0"));
        content = new DatabaseContent(
                database, "accounts_session", "accounts_refresh_token", "presence_person", "notifications_sweep");
        calm = new Calm(database);
        company = new Company(server, SECRET);
        for (Part part : Part.values()) if (part.isKnown()) sockets.put(part, open(part));
    }

    private LiveClient open(Part part) {
        LiveClient socket = company.person(part).connects("/ws");
        socket.say(Map.of("type", "auth", "token", String.valueOf(company.token(part))));
        socket.next("welcome");
        socket.nextSubscribed(null);
        return socket;
    }

    @AfterAll
    void stop() throws Exception {
        report.write(Path.of("target", "reports", "authorization-live.md"));
        sockets.values().forEach(LiveClient::close);
        calm.close();
        content.close();
        server.close();
    }

    @Test
    void everybody_gets_what_the_right_says_and_whoever_is_refused_changes_nothing() {
        LiveClient watcher = company.cast()
                .mallory()
                .opens(company.cast().foreign().workspace())
                .everything();
        calm.await();
        Map<String, String> before = content.digests();
        for (Part part : Part.values()) addresses(part);
        Contract.messages().forEach(this::refused);
        assertThat(faults).isEmpty();
        assertThat(content.digests()).isEqualTo(before);
        String mallory = company.cast().mallory().id().toString();
        assertThat(watcher.settle()).allSatisfy(message -> {
            assertThat(message.path("type").asText()).startsWith("presence.");
            assertThat(message.findValuesAsText("user_id")).allMatch(mallory::equals);
        });
        Contract.commands().forEach(this::letIn);
        assertThat(faults).isEmpty();
        assertThat(report.gaps()).isEmpty();
    }

    /** A socket that is for a workspace by its address. */
    private void addresses(Part part) {
        Refusal own = Right.READ.refusal(part, "");
        UUID workspace = company.things().workspace();
        address("/ws/workspace/{id}", part, workspace, own);
        company.cast().wrong(Reference.WORKSPACE).forEach((kind, id) -> {
            Refusal refusal = part.isKnown() ? Refusal.UNSEEN : own;
            if (!kind.equals("elsewhere")) address("/ws/workspace/{id} " + kind, part, id, refusal);
        });
    }

    private void address(String row, Part part, UUID workspace, @Nullable Refusal refusal) {
        Person person = company.person(part);
        String outcome = "subscribed";
        if (refusal == null) person.opens(workspace).close();
        else outcome = "closed " + closeCode(person, part, workspace);
        report.add(row, part, outcome);
        if (!closes(refusal).equals(outcome)) faults.add(row + " by " + part + ": " + outcome);
    }

    private int closeCode(Person person, Part part, UUID workspace) {
        String token = company.token(part);
        LiveClient socket = person.connects("/ws/workspace/" + workspace + (token == null ? "" : "?token=" + token));
        return (token == null ? socket.say(Map.of("type", "heartbeat")) : socket).closeCode();
    }

    private static String closes(@Nullable Refusal refusal) {
        if (refusal == null) return "subscribed";
        return "closed " + (refusal == Refusal.UNSEEN ? CloseCode.UNKNOWN.number : CloseCode.UNAUTHORIZED.number);
    }

    /** Everything that must not change anything: also what is only asked for, by whoever may. */
    private void refused(Message message) {
        boolean changes = Commands.types().contains(message.type());
        for (Saying valid : Saying.valid(message, company.cast(), company.things())) {
            for (Part part : Part.values()) {
                attempts(valid, part).forEach(attempt -> {
                    report.row(attempt.row());
                    if (attempt.refusal() != null || !changes) tried(attempt, part);
                });
            }
        }
    }

    private void letIn(Message command) {
        for (Saying valid : Saying.valid(command, company.cast(), company.things())) {
            for (Part part : Part.values()) {
                if (refusal(valid, part) == null) tried(anew(valid, part), part);
            }
        }
    }

    /** About things of its own, where doing it takes away what the next one needs. */
    private Attempt anew(Saying valid, Part part) {
        if (!valid.message().type().endsWith(".delete")) return own(valid, part);
        Saying fresh =
                Saying.valid(valid.message(), company.cast(), company.fresh()).getFirst();
        return own(fresh, part);
    }

    private Stream<Attempt> attempts(Saying valid, Part part) {
        return Stream.concat(
                Stream.of(own(valid, part)), valid.slots().stream().flatMap(slot -> foreign(valid, slot, part)));
    }

    private Attempt own(Saying valid, Part part) {
        Saying own = valid.again();
        if (own.message().type().equals("auth")) own.json().put("token", "" + company.token(part));
        return new Attempt(own.message().type(), own, refusal(valid, part));
    }

    private Stream<Attempt> foreign(Saying valid, Slot slot, Part part) {
        return company.cast().wrong(slot.reference()).entrySet().stream()
                .filter(wrong -> !(valid.isScope(slot) && wrong.getKey().equals("elsewhere")))
                .map(wrong -> new Attempt(
                        valid.message() + ", " + slot.field() + " " + wrong.getKey(),
                        valid.with(slot, wrong.getValue()),
                        refusal(valid, slot, part)));
    }

    private static @Nullable Refusal refusal(Saying valid, Slot slot, Part part) {
        Refusal own = refusal(valid, part);
        if (!part.isKnown() || valid.message().type().equals("unsubscribe")) return own;
        if (valid.isScope(slot)) return Refusal.UNSEEN;
        return own != null ? own : Refusal.NOT_THERE;
    }

    /** Who names a workspace has to see it, but for who only wants to hear no more of it. */
    private static @Nullable Refusal refusal(Saying valid, Part part) {
        String type = valid.message().type();
        Right stated =
                type.equals("auth") ? Right.SIGNED_IN : Right.of(valid.message().right());
        boolean sees = stated == Right.SIGNED_IN && valid.names("workspace_id") && !type.equals("unsubscribe");
        return (sees ? Right.READ : stated).refusal(part, type);
    }

    private void tried(Attempt attempt, Part part) {
        String outcome = part.isKnown() ? answer(attempt.saying(), part) : farewell(attempt.saying(), part);
        report.add(attempt.row(), part, outcome);
        boolean isRight = attempt.refusal() == null
                ? outcome.matches("[a-z]+") && !outcome.equals("error")
                : expected(attempt.refusal()).contains(outcome);
        if (!isRight)
            faults.add(attempt.row() + " by " + part + ": expected " + attempt.refusal() + ", got " + outcome);
    }

    private static List<String> expected(Refusal refusal) {
        return refusal == Refusal.NOT_SIGNED_IN
                ? List.of("closed " + CloseCode.UNAUTHORIZED.number)
                : refusal.answers.values().stream().map(code -> "error " + code).toList();
    }

    /** What somebody is answered on a socket that stays open. */
    private String answer(Saying saying, Part part) {
        LiveClient socket = sockets.get(part);
        if (part.isMember()) prepare(saying, socket);
        JsonNode answer = answer(saying, socket.say(saying.json()));
        company.leaks(part, answer.toString()).forEach(id -> faults.add(saying + " by " + part + " tells of " + id));
        String type = answer.path("type").asText("heard");
        return answer.has("code") ? type + " " + answer.path("code").asText() : type;
    }

    /** Signals are answered only where something is wrong; a heartbeat's answer comes behind theirs. */
    private static JsonNode answer(Saying saying, LiveClient socket) {
        return switch (saying.message().type()) {
            case "auth" -> socket.until("authenticated");
            case "heartbeat" -> socket.until("heartbeat");
            case "viewing", "typing" ->
                socket.settle().stream()
                        .filter(saying::isAnsweredBy)
                        .findFirst()
                        .orElse(JsonNodeFactory.instance.objectNode());
            default -> socket.until(saying::isAnsweredBy);
        };
    }

    /** What one shows and types is about a workspace that the socket follows, and a task that it shows. */
    private void prepare(Saying saying, LiveClient socket) {
        String type = saying.message().type();
        UUID workspace = company.things().workspace();
        if (!type.equals("viewing") && !type.equals("typing")) return;
        socket.say(Map.of("type", "subscribe", "id", "" + Ids.next(), "workspace_id", workspace));
        socket.until("subscribed");
        Object shown = Map.of("task_id", company.things().task());
        if (type.equals("typing")) socket.say(Map.of("type", "viewing", "workspace_id", workspace, "data", shown));
    }

    /** How a socket ends on which somebody speaks whom nobody knows. */
    private String farewell(Saying saying, Part part) {
        LiveClient socket = company.person(part).connects("/ws");
        try {
            String token = company.token(part);
            if (token != null) socket.say(Map.of("type", "auth", "token", token));
            socket.say(saying.json());
        } catch (CompletionException closed) {
            // The token alone was enough to be turned away.
        }
        return "closed " + socket.closeCode();
    }
}
