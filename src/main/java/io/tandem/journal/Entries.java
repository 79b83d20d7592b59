package io.tandem.journal;

import io.tandem.platform.Actor;
import io.tandem.platform.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transaction writes into the journal: events, each with its place among those of its log, and operations. */
final class Entries {

    /** An event before its log's head is known. {@code place} counts from 1 in each log. */
    record Numbered(
            Actor actor,
            Draft draft,
            long place,
            @Nullable String operationId,
            String data,
            @Nullable String changes) {}

    /** @param place of the event that stands for it; null where nothing had to change */
    record Done(
            Actor actor,
            Operation operation,
            Log log,
            @Nullable Long place,
            String answer) {}

    private final Instant at;
    private final List<Numbered> events = new ArrayList<>();
    private final List<Done> operations = new ArrayList<>();
    private final Map<Log, Long> perLog = new TreeMap<>(Comparator.comparing(Log::id));

    /** @param at the moment of the transaction */
    Entries(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    /** Takes the next change; answers with the place of the event that stands for it, if there is one. */
    @Nullable
    Long add(Actor actor, Operation operation, Change<?> change) {
        change.before().forEach(draft -> add(actor, draft, null));
        Numbered standing = change.event() == null ? null : add(actor, change.event(), operation.id());
        change.after().forEach(draft -> add(actor, draft, null));
        @Nullable Long place = standing == null ? null : standing.place();
        if (operation.repeatable())
            operations.add(new Done(actor, operation, change.log(), place, answer(change, standing)));
        return place;
    }

    private Numbered add(Actor actor, Draft draft, @Nullable String operationId) {
        long place = perLog.merge(draft.log(), 1L, Long::sum);
        @Nullable String changes = draft.changes().isEmpty() ? null : Json.encode(draft.changes());
        Numbered numbered = new Numbered(actor, draft, place, operationId, Json.encode(draft.data()), changes);
        events.add(numbered);
        return numbered;
    }

    /** Mostly the answer is what the event is about, and encoded already. */
    private static String answer(Change<?> change, @Nullable Numbered standing) {
        return standing != null && standing.draft().data() == change.answer()
                ? standing.data()
                : Json.encode(change.answer());
    }

    boolean isEmpty() {
        return events.isEmpty() && operations.isEmpty();
    }

    List<Numbered> events() {
        return events;
    }

    List<Done> operations() {
        return operations;
    }

    /** The logs, in the order of their ids: two transactions that touch the same two must not wait for each other. */
    List<Log> logs() {
        return List.copyOf(perLog.keySet());
    }

    long eventsOf(Log log) {
        return perLog.getOrDefault(log, 0L);
    }

    /**
     * The number of an event.
     *
     * @param heads after these events, by the log's id
     */
    long seq(Log log, long place, Map<UUID, Position> heads) {
        return head(log, heads).seq() - eventsOf(log) + place;
    }

    /** All of them, as they are told. */
    List<Event> events(Map<UUID, Position> heads, Instant committedAt) {
        List<Event> all = new ArrayList<>(events.size());
        for (Numbered event : events) all.add(event(event, heads, committedAt));
        return all;
    }

    private Event event(Numbered event, Map<UUID, Position> heads, Instant committedAt) {
        Log log = event.draft().log();
        return new Event(
                log,
                head(log, heads).epoch(),
                seq(log, event.place(), heads),
                event.draft().type(),
                at,
                committedAt,
                event.actor().id(),
                event.actor().name(),
                event.operationId(),
                event.data(),
                event.changes());
    }

    private static Position head(Log log, Map<UUID, Position> heads) {
        Position head = heads.get(log.id());
        if (head == null) throw new IllegalStateException("Events of a log that is not there");
        return head;
    }
}
