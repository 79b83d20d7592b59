package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.testing.Replica;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a client is in a log. */
final class Place {

    private final String log;
    private final @Nullable UUID workspace;
    private volatile @Nullable JsonNode snapshot;
    private volatile boolean subscribed;
    private volatile long last;
    private String epoch = "";

    /** @param workspace null is the person's own log */
    Place(String log, @Nullable UUID workspace) {
        this.log = log;
        this.workspace = workspace;
    }

    String log() {
        return log;
    }

    @Nullable
    UUID workspace() {
        return workspace;
    }

    String snapshotPath() {
        return workspace == null ? "/api/me/snapshot" : "/api/workspaces/" + workspace + "/snapshot";
    }

    /** Everything above {@code seq} is to come, and a snapshot is wanted. */
    void startsAt(String epoch, long seq) {
        this.epoch = epoch;
        this.last = seq;
        this.snapshot = null;
    }

    void has(JsonNode snapshot) {
        this.snapshot = snapshot;
    }

    boolean hasSnapshot() {
        return snapshot != null;
    }

    void subscribed(boolean now) {
        subscribed = now;
    }

    boolean isLive() {
        return subscribed && snapshot != null;
    }

    String epoch() {
        return epoch;
    }

    long last() {
        return last;
    }

    void heard(long seq) {
        last = Math.max(last, seq);
    }

    /** What the snapshot and the events after it make, without what differs from reader to reader; why not, where they do not. */
    JsonNode held(List<History.Entry.Event> events) {
        try {
            Replica replica = new Replica(snapshot);
            events.forEach(event -> replica.apply(message(event.heard())));
            return comparable(replica);
        } catch (AssertionError broken) {
            return TextNode.valueOf(broken.getMessage());
        }
    }

    private static JsonNode message(Heard event) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        return message.put("seq", event.seq()).put("type", event.type()).set("data", event.data());
    }

    static JsonNode comparable(Replica replica) {
        JsonNode comparable = replica.comparable();
        ((ObjectNode) comparable.path("workspace")).remove("role");
        return comparable;
    }
}
