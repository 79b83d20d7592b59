package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Follows its logs over a socket as docs/live-protocol.md tells clients to, and works over it with several commands under
 * way: comes back by position, takes a snapshot at {@code resync}, sends heartbeats and gives up on a silent server.
 */
final class LiveWorker extends Worker {

    private static final int UNDER_WAY_MAX = 8;
    private static final Set<Integer> COME_BACK = Set.of(1000, 1001, 1006, 1011, 1012, 4408);
    private static final Set<Integer> PASSING_STATUS = Set.of(502, 503, 504);

    /**
     * @param thinkMs on average between two commands; 0 only listens
     * @param silence after which it gives up on the server
     * @param ownDoor whether it asks for its one workspace in the address
     * @param narrow whether its connection is a slow one
     */
    record Habits(int thinkMs, Duration silence, boolean ownDoor, boolean narrow) {}

    /** From the moment it found itself cut off until it followed all its logs again. */
    record Outage(long fromNanos, long toNanos) {}

    private static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Person person;
    private final Chores chores;
    private final Habits habits;
    private final Following following;
    private final Map<String, Command> unanswered = new LinkedHashMap<>();
    private final List<String> toRepeat = new ArrayList<>();
    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private volatile long upSince;
    private volatile boolean idle = true;
    private volatile int answersLost;
    private volatile long heardAt;
    private long downSince = System.nanoTime();
    private long comeBackMs;

    /** @param places the logs to follow, the person's own among them */
    LiveWorker(
            String name,
            Person person,
            List<Place> places,
            Chores chores,
            Habits habits,
            Canon canon,
            Shift shift,
            Random random) {
        super(name, shift, random);
        this.person = person;
        this.chores = chores;
        this.habits = habits;
        this.following = new Following(places, history(), canon);
    }

    @Override
    public void run() {
        try {
            while (!shift().isOver()) visit();
        } catch (RuntimeException | AssertionError failure) {
            history().odd("gave up: " + failure);
        }
    }

    private void visit() {
        comeBackMs = 0;
        try {
            if (!following.takeSnapshots(person)) return;
            LiveClient socket = person.connects(address()).everything();
            try {
                attend(socket);
            } finally {
                socket.cut();
                checkClosing(socket.closedWith());
            }
        } catch (LiveClient.Ended | Silent cut) {
            // Comes back where it was.
        } catch (CompletionException refused) {
            checkRefusal(refused.getCause());
        } finally {
            leave();
        }
    }

    private void leave() {
        if (upSince != 0) downSince = System.nanoTime();
        upSince = 0;
        following.left();
        if (comeBackMs > 0) shift().pause(Duration.ofMillis(comeBackMs));
        else backOff();
    }

    private void checkClosing(@Nullable Integer code) {
        if (code != null && !COME_BACK.contains(code)) history().odd("The socket was closed with " + code);
    }

    private void checkRefusal(Throwable cause) {
        if (cause instanceof WebSocketHandshakeException answer
                && !PASSING_STATUS.contains(answer.getResponse().statusCode()))
            history()
                    .odd("The upgrade was answered with " + answer.getResponse().statusCode());
    }

    /** A client of one workspace has it in the address; others subscribe. */
    private String address() {
        Place own = following.own();
        String address = "?token=" + person.token() + "&me_since=" + own.last() + "&me_epoch=" + own.epoch();
        if (!habits.ownDoor()) return "/ws" + address;
        Place place = following.workspaces().getFirst();
        return "/ws/workspace/" + place.workspace() + address + "&since=" + place.last() + "&epoch=" + place.epoch();
    }

    private void attend(LiveClient socket) {
        if (!habits.ownDoor()) following.workspaces().forEach(place -> subscribe(socket, place));
        unanswered.values().forEach(command -> socket.say(command.message()));
        toRepeat.clear();
        long heartbeat = habits.silence().toNanos() / 3;
        heardAt = System.nanoTime();
        long beatAt = heardAt + heartbeat;
        long workAt = heardAt + think();
        while (!shift().isOver()) {
            long now = System.nanoTime();
            if (now >= beatAt) {
                socket.say(Map.of("type", "heartbeat"));
                beatAt = now + heartbeat;
            }
            if (now >= workAt) {
                work(socket);
                workAt = now + think();
            }
            JsonNode message = socket.poll(Duration.ofNanos(Math.max(1, Math.min(beatAt, workAt) - System.nanoTime())));
            now = System.nanoTime();
            if (message != null) heardAt = now;
            else if (now - heardAt > habits.silence().toNanos()) throw new Silent();
            if (message != null) hear(message, now);
            boolean isWhole = following.takeSnapshots(person) && following.isLive();
            if (upSince == 0 && isWhole) isUp(now);
        }
    }

    private static void subscribe(LiveClient socket, Place place) {
        socket.say(Map.of(
                "type", "subscribe",
                "id", "subscribe",
                "workspace_id", String.valueOf(place.workspace()),
                "since", place.last(),
                "epoch", place.epoch()));
    }

    private void isUp(long now) {
        succeeded();
        upSince = now;
        outages.add(new Outage(downSince, now));
    }

    /** Nanoseconds until the next thing to say. */
    private long think() {
        if (habits.thinkMs() == 0) return Duration.ofSeconds(1).toNanos();
        return Duration.ofMillis(random().nextLong(habits.thinkMs() / 2, habits.thinkMs() * 3L / 2))
                .toNanos();
    }

    private void work(LiveClient socket) {
        for (String operation : toRepeat) {
            Command command = unanswered.get(operation);
            if (command != null) socket.say(command.message());
        }
        toRepeat.clear();
        boolean isFree = shift().isWork() && habits.thinkMs() > 0 && unanswered.size() < UNDER_WAY_MAX;
        if (!isFree || upSince == 0) return;
        Command command = chores.next();
        unanswered.put(command.operationId(), command);
        idle = false;
        socket.say(command.message());
    }

    private void hear(JsonNode message, long now) {
        switch (message.path("type").asText()) {
            case "welcome", "heartbeat" -> following.served(message.path("heads"));
            case "subscribed" -> following.place(message).subscribed(true);
            case "resync" -> following.resync(message);
            case "ack" -> ack(message, now);
            case "error" -> error(message);
            case "goodbye" ->
                comeBackMs = message.path("data").path("reconnect_after_ms").asLong();
            case "unsubscribed" -> history().odd(message.toString());
            default -> {
                if (message.has("seq")) event(following.place(message), Heard.event(message), now);
            }
        }
    }

    private void event(Place place, Heard event, long now) {
        if (unanswered.containsKey(String.valueOf(event.operationId()))) answersLost++;
        following.heard(place, event, now);
    }

    private void ack(JsonNode message, long now) {
        Place place = following.place(message);
        Command command = unanswered.remove(message.path("id").asText());
        if (command == null) {
            history().odd("Nobody waits for " + message);
            return;
        }
        long seq = message.path("seq").asLong();
        if (seq > place.last()) following.heard(place, Heard.ack(message, command.type()), now);
        acknowledged(chores, command, place.log(), seq, message.path("data"));
        idle = unanswered.isEmpty();
    }

    private void error(JsonNode message) {
        String code = message.path("code").asText();
        String id = message.path("id").asText();
        Command command = unanswered.get(id);
        if (PASSING.contains(code)) {
            if (command == null) throw new Silent();
            toRepeat.add(id);
        } else if (command == null) {
            history().odd(message.toString());
        } else {
            unanswered.remove(id);
            refused(chores, command, code, message.toString());
            idle = unanswered.isEmpty();
        }
    }

    @Override
    boolean isIdle() {
        return idle;
    }

    /** Since when it follows all its logs; 0 where it does not. */
    long upSince() {
        return upSince;
    }

    boolean isNarrow() {
        return habits.narrow();
    }

    /** When the last message came. */
    long heardAt() {
        return heardAt;
    }

    @Override
    boolean works() {
        return habits.thinkMs() > 0;
    }

    List<Outage> outages() {
        return outages;
    }

    /** How many changes were made, and heard of, whose answer got lost on its way: it is asked for again. */
    int answersLost() {
        return answersLost;
    }

    int resyncs() {
        return following.resyncs();
    }

    List<Place> places() {
        return following.places();
    }

    Person person() {
        return person;
    }

    @Override
    String state() {
        return name() + (upSince == 0 ? " is down" : " is up") + ", " + unanswered.size() + " unanswered, at "
                + following.places().stream()
                        .map(place -> place.log() + "#" + place.last() + (place.isLive() ? "" : " not live"))
                        .toList();
    }
}
