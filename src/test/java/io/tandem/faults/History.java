package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything one client heard and was told, as it came: nothing is put right, dropped or sorted. */
final class History {

    /** What came of a log. */
    sealed interface Entry {

        /** An event, or the ack in its place; {@code System.nanoTime()} tells when. */
        record Event(Heard heard, long atNanos) implements Entry {}

        /** Where listening starts, or starts anew after a {@code resync}: everything above follows. */
        record Start(long seq) implements Entry {}
    }

    /**
     * The answer to a command.
     *
     * @param log where its event stands
     * @param seq of that event; 0 where the answer does not say (REST)
     * @param certain whether it cannot have been without effect
     */
    record Ack(String log, String operationId, long seq, JsonNode data, boolean certain, long atNanos) {}

    private final String client;
    private final Map<String, List<Entry>> logs = new LinkedHashMap<>();
    private final List<Ack> acks = new ArrayList<>();
    private final Map<String, String> refusals = new TreeMap<>();
    private final List<String> oddities = new ArrayList<>();
    private final Map<String, JsonNode> held = new TreeMap<>();
    private final Map<String, JsonNode> snapshots = new TreeMap<>();

    History(String client) {
        this.client = client;
    }

    String client() {
        return client;
    }

    /** From here on everything above {@code seq} is to come. */
    void startsAt(String log, long seq) {
        entries(log).add(new Entry.Start(seq));
    }

    void heard(String log, Heard event, long atNanos) {
        entries(log).add(new Entry.Event(event, atNanos));
    }

    void acknowledged(Ack ack) {
        acks.add(ack);
    }

    /** The answer was that nothing has changed. */
    void refused(String operationId, String code) {
        refusals.put(operationId, code);
    }

    /** Something no server should say. */
    void odd(String what) {
        oddities.add(what);
    }

    /** What the client holds at the end, by its first snapshot and the events after it, and a fresh snapshot. */
    void ends(String log, JsonNode held, JsonNode snapshot) {
        this.held.put(log, held);
        snapshots.put(log, snapshot);
    }

    private List<Entry> entries(String log) {
        return logs.computeIfAbsent(log, any -> new ArrayList<>());
    }

    Map<String, List<Entry>> logs() {
        return logs;
    }

    List<Ack> acks() {
        return acks;
    }

    Map<String, String> refusals() {
        return refusals;
    }

    List<String> oddities() {
        return oddities;
    }

    @Nullable
    JsonNode held(String log) {
        return held.get(log);
    }

    Map<String, JsonNode> snapshots() {
        return snapshots;
    }

    /** Every event heard, in its order; twice where it was heard twice. */
    List<Entry.Event> events(String log) {
        return logs.getOrDefault(log, List.of()).stream()
                .filter(Entry.Event.class::isInstance)
                .map(Entry.Event.class::cast)
                .toList();
    }
}
