package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The logs one client follows, the person's own among them, and how far it has come in each. */
final class Following {

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final History history;
    private final Canon canon;
    private volatile int resyncs;

    Following(List<Place> places, History history, Canon canon) {
        places.forEach(place -> this.places.put(place.log(), place));
        this.history = history;
        this.canon = canon;
    }

    List<Place> places() {
        return List.copyOf(places.values());
    }

    Place own() {
        return places.values().stream()
                .filter(place -> place.workspace() == null)
                .findFirst()
                .orElseThrow();
    }

    List<Place> workspaces() {
        return places.values().stream()
                .filter(place -> place.workspace() != null)
                .toList();
    }

    /** The log a message is about. */
    Place place(JsonNode message) {
        String workspace = message.path("workspace_id").asText();
        return workspace.equals("null") ? own() : places.get(workspace);
    }

    void heard(Place place, Heard event, long now) {
        place.heard(event.seq());
        history.heard(place.log(), canon.same(place.log(), event), now);
    }

    void resync(JsonNode message) {
        Place place = place(message);
        place.startsAt(message.path("epoch").asText(), message.path("seq").asLong());
        history.startsAt(place.log(), place.last());
        resyncs++;
    }

    int resyncs() {
        return resyncs;
    }

    /** What the server says it has sent on this socket has arrived before this. */
    void served(JsonNode heads) {
        heads.properties().forEach(head -> {
            Place place = head.getKey().equals("me") ? own() : places.get(head.getKey());
            if (place.last() < head.getValue().asLong())
                history.odd("Served up to " + head + " and heard up to " + place.last());
        });
    }

    /** Whether every log is followed. */
    boolean isLive() {
        return places.values().stream().allMatch(Place::isLive);
    }

    /** The socket is gone. */
    void left() {
        places.values().forEach(place -> place.subscribed(false));
    }

    /** Where one is wanted; false where not all can be had now. */
    boolean takeSnapshots(Person person) {
        return places.values().stream().allMatch(place -> place.hasSnapshot() || takeSnapshot(place, person));
    }

    /** False where that cannot be had now. */
    private boolean takeSnapshot(Place place, Person person) {
        try {
            Answer answer = person.get(place.snapshotPath());
            if (answer.status() != 200) return false;
            if (place.epoch().isEmpty()) {
                place.startsAt(
                        answer.body().path("epoch").asText(),
                        answer.body().path("seq").asLong());
                history.startsAt(place.log(), place.last());
            }
            place.has(answer.body());
            return true;
        } catch (IllegalStateException notReached) {
            return false;
        }
    }
}
