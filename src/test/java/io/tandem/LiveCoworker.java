package io.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Ids;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Works over a socket with several commands under way, and keeps every event of the workspace it ever heard. */
final class LiveCoworker extends Coworker {

    private static final int UNDER_WAY_MAX = 8;

    private final String epoch;
    private final int answersMax;
    private final Map<String, Command> unanswered = new LinkedHashMap<>();
    private final List<Heard> history = new ArrayList<>();
    private int made;
    private int repeated;
    private UUID task = Ids.next();

    /**
     * @param epoch of the workspace's log
     * @param answersMax on each socket: what is said after that is done, but the answers are lost on their way
     */
    LiveCoworker(Person person, UUID workspace, String epoch, int answersMax) {
        super(person, workspace);
        this.epoch = epoch;
        this.answersMax = answersMax;
    }

    private record Command(String type, Map<String, ?> data) {}

    /** An event, or the ack in its place. */
    record Heard(long seq, JsonNode data) {}

    List<Heard> history() {
        return history;
    }

    /** How many answers were repeated: their changes had been made, and heard of, before. */
    int repeated() {
        return repeated;
    }

    private long last() {
        return history.isEmpty() ? 0 : history.getLast().seq();
    }

    @Override
    void workUntilCut(URI server, Runnable acknowledged) {
        try {
            LiveClient socket = resume(server);
            for (int heard = 0; ; ) {
                while (unanswered.size() < UNDER_WAY_MAX) say(socket, Ids.next().toString(), next());
                if (heard == answersMax) return;
                if (hear(socket.next())) {
                    acknowledged.run();
                    heard++;
                }
            }
        } catch (LiveClient.Ended | CompletionException cut) {
            // What is unanswered now is sent again by the next resume.
        }
    }

    /** Comes back where it was, and sends what was never answered again, in its order. */
    private LiveClient resume(URI server) {
        LiveClient socket = at(server)
                .connects(
                        "/ws/workspace/" + workspace() + "?token=" + token() + "&since=" + last() + "&epoch=" + epoch);
        socket.next("welcome");
        socket.nextSubscribed(null);
        JsonNode subscribed = socket.nextSubscribed(workspace());
        if (!subscribed.path("recovered").asBoolean()) throw new AssertionError("Not recovered: " + subscribed);
        List.copyOf(unanswered.entrySet()).forEach(sent -> say(socket, sent.getKey(), sent.getValue()));
        return socket;
    }

    private void say(LiveClient socket, String operationId, Command command) {
        unanswered.put(operationId, command);
        boolean isNew = command.type().equals("task.create");
        socket.command(command.type(), operationId, isNew ? workspace() : null, command.data());
    }

    /** A task is made, renamed and completed; then the next one. */
    private Command next() {
        int step = made++ % 3;
        String title = "Step " + made + " over a socket";
        if (step == 0) task = Ids.next();
        return switch (step) {
            case 0 -> new Command("task.create", Map.of("id", task, "title", title));
            case 1 -> new Command("task.update", Map.of("task_id", task, "title", title));
            default -> new Command("task.complete", Map.of("task_id", task));
        };
    }

    /** Whether this was the answer to a command. */
    private boolean hear(JsonNode message) {
        String type = message.path("type").asText();
        if (type.equals("error")) throw new AssertionError(message.toString());
        if (!message.path("workspace_id").asText().equals(workspace().toString())) return false;
        if (!type.equals("ack")) return !apply(message);
        if (message.path("seq").asLong() > last()) apply(message);
        else repeated++;
        answered(message.path("id").asText(), message.path("data"));
        unanswered.remove(message.path("id").asText());
        return true;
    }

    /** The one rule of a client: the next number, and no other. */
    private boolean apply(JsonNode message) {
        long seq = message.path("seq").asLong();
        if (seq != last() + 1) throw new AssertionError("Expected " + (last() + 1) + ", got " + message);
        return history.add(new Heard(seq, message.path("data")));
    }

    @Override
    void finish(URI server) {
        LiveClient socket = resume(server);
        while (!unanswered.isEmpty()) hear(socket.next());
    }

    /** Listens until this number was heard. */
    void catchUp(URI server, long head) {
        LiveClient socket = resume(server);
        while (last() < head) hear(socket.next());
        if (!socket.settle().isEmpty()) throw new AssertionError("More than there is");
    }
}
