package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.faults.Finding.Kind;
import io.tandem.faults.History.Ack;
import io.tandem.faults.History.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what every client heard and was told with the logs as they are in the end. Finds nothing exactly when each
 * client heard each log gapless, in order, once and unchanged, everything acknowledged is there exactly once, nothing
 * refused is, and all ended with the same.
 */
final class HistoryChecker {

    private final Map<String, List<Heard>> logs;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Heard> byOperation = new HashMap<>();

    /** @param logs every event of each log, in its order */
    private HistoryChecker(Map<String, List<Heard>> logs) {
        this.logs = logs;
    }

    static List<Finding> check(Map<String, List<Heard>> logs, Collection<History> histories) {
        HistoryChecker checker = new HistoryChecker(logs);
        checker.checkLogs();
        histories.forEach(checker::check);
        checker.checkSnapshots(histories);
        return checker.findings;
    }

    private void found(Kind kind, String where) {
        findings.add(new Finding(kind, where));
    }

    private void checkLogs() {
        logs.forEach((log, events) -> {
            for (int i = 1; i < events.size(); i++) {
                if (events.get(i).seq() != events.get(i - 1).seq() + 1)
                    found(Kind.LOST, log + " itself: after " + events.get(i - 1).seq() + " comes " + events.get(i));
            }
            events.forEach(event -> checkOnce(log, event));
        });
    }

    private void checkOnce(String log, Heard event) {
        if (event.operationId() == null) return;
        Heard other = byOperation.putIfAbsent(event.operationId(), event);
        if (other != null) found(Kind.REPEATED, log + ": " + other + " and " + event);
    }

    private void check(History history) {
        history.logs().forEach((log, entries) -> {
            checkOrder(history.client() + " in " + log, entries, head(log));
            history.events(log).forEach(event -> checkContent(history.client() + " in " + log, log, event.heard()));
        });
        history.acks().forEach(ack -> checkKept(history.client(), ack));
        history.refusals().forEach((operation, code) -> checkRefused(history.client(), operation, code));
        history.oddities().forEach(what -> found(Kind.ODD, history.client() + ": " + what));
    }

    private long head(String log) {
        List<Heard> events = logs.getOrDefault(log, List.of());
        return events.isEmpty() ? 0 : events.getLast().seq();
    }

    /** The next number, and no other, up to the end. */
    private void checkOrder(String where, List<Entry> entries, long head) {
        Set<Long> all = numbers(entries);
        Set<Long> before = new HashSet<>();
        long last = 0;
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Start start -> last = start.seq();
                case Entry.Event event -> {
                    long seq = event.heard().seq();
                    if (!before.add(seq)) found(Kind.DOUBLED, where + ": " + event.heard());
                    else if (seq <= last) found(Kind.REORDERED, where + ": after " + last + " came " + event.heard());
                    else missing(where, last + 1, seq - 1, all);
                    last = Math.max(last, seq);
                }
            }
        }
        missing(where, last + 1, head, all);
    }

    private static Set<Long> numbers(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.Event.class::isInstance)
                .map(entry -> ((Entry.Event) entry).heard().seq())
                .collect(Collectors.toSet());
    }

    /** What comes later after all is told where it comes. */
    private void missing(String where, long from, long to, Set<Long> heard) {
        for (long seq = from; seq <= to; seq++) {
            if (!heard.contains(seq)) found(Kind.LOST, where + ": #" + seq);
        }
    }

    private void checkContent(String where, String log, Heard event) {
        Heard truth = at(log, event.seq());
        if (truth == null) found(Kind.CHANGED, where + ": the log has nothing like " + event);
        else if (!event.equals(truth)) found(Kind.CHANGED, where + ": " + event + " is in the log as " + truth);
    }

    private @Nullable Heard at(String log, long seq) {
        List<Heard> events = logs.getOrDefault(log, List.of());
        if (events.isEmpty()) return null;
        long index = seq - events.getFirst().seq();
        return index < 0 || index >= events.size() ? null : events.get((int) index);
    }

    private void checkKept(String client, Ack ack) {
        String where = client + ": acknowledged " + ack;
        Heard event = byOperation.get(ack.operationId());
        if (event == null) checkWithoutEffect(where, ack);
        else if (ack.seq() != 0 && ack.seq() != event.seq()) found(Kind.CHANGED, where + " stands at " + event.seq());
        else if (!ack.data().isMissingNode() && !ack.data().equals(event.data()))
            found(Kind.CHANGED, where + " is in the log as " + event);
    }

    /** A command that changed nothing answers with what is there already, which some event has said before. */
    private void checkWithoutEffect(String where, Ack ack) {
        boolean known = logs.getOrDefault(ack.log(), List.of()).stream()
                .anyMatch(event -> isSaid(event.data(), ack.data()) && (ack.seq() == 0 || event.seq() <= ack.seq()));
        if (ack.certain() || !known) found(Kind.LOST, where);
    }

    /** Comments are counted between a task's own events, too. */
    private static boolean isSaid(JsonNode event, JsonNode answer) {
        return withoutCount(event).equals(withoutCount(answer));
    }

    private static JsonNode withoutCount(JsonNode data) {
        if (!data.has("comment_count")) return data;
        ObjectNode copy = data.deepCopy();
        return copy.without("comment_count");
    }

    private void checkRefused(String client, String operation, String code) {
        Heard event = byOperation.get(operation);
        if (event != null) found(Kind.REFUSED_YET_DONE, client + ": " + code + " was the answer to " + event);
    }

    private void checkSnapshots(Collection<History> histories) {
        Map<String, JsonNode> first = new TreeMap<>();
        for (History history : histories) {
            history.snapshots().forEach((log, snapshot) -> {
                if (!first.computeIfAbsent(log, any -> snapshot).equals(snapshot))
                    found(Kind.DIVERGED, history.client() + " sees another " + log + " than others do");
                if (!snapshot.equals(history.held(log)))
                    found(Kind.DIVERGED, history.client() + " holds another " + log + " than its snapshot");
            });
        }
    }
}
