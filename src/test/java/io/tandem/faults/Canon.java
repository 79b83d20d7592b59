package io.tandem.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what many have heard alike once: a round would not fit into memory otherwise. */
final class Canon {

    private record Number(String log, long seq) {}

    private final Map<Number, Heard> known = new ConcurrentHashMap<>();

    /** The first that was heard under this number where this one is equal, else this one. */
    Heard same(String log, Heard event) {
        Heard first = known.putIfAbsent(new Number(log, event.seq()), event);
        return event.equals(first) ? first : event;
    }
}
