package io.tandem.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of one workspace from all instances, and the people they make. Pure state, for one context. */
final class Roster {

    private final Map<UUID, Map<Place, Entry>> byUser = new HashMap<>();
    private final Map<Place, Entry> entries = new HashMap<>();
    private final Map<UUID, Person> told = new LinkedHashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();

    /** Takes an entry; an older one than is known changes nothing. */
    void put(String instance, Entry entry) {
        Place place = new Place(instance, entry.connectionId());
        Entry known = entries.get(place);
        if (known != null && known.revision() >= entry.revision()) return;
        entries.put(place, entry);
        byUser.computeIfAbsent(entry.userId(), id -> new LinkedHashMap<>()).put(place, entry);
        touched.add(entry.userId());
    }

    void remove(String instance, UUID connectionId) {
        Place place = new Place(instance, connectionId);
        Entry entry = entries.remove(place);
        if (entry == null) return;
        Map<Place, Entry> others = byUser.getOrDefault(entry.userId(), new HashMap<>());
        others.remove(place);
        if (others.isEmpty()) byUser.remove(entry.userId());
        touched.add(entry.userId());
    }

    /** These are all entries an instance has: what it had beside them is gone. */
    void replace(String instance, Collection<Entry> all) {
        Set<UUID> kept = new LinkedHashSet<>();
        all.forEach(entry -> kept.add(entry.connectionId()));
        connectionsOf(instance).stream()
                .filter(connection -> !kept.contains(connection))
                .forEach(connection -> remove(instance, connection));
        all.forEach(entry -> put(instance, entry));
    }

    /** Takes out what other instances have of somebody. */
    void removeElsewhere(String instance, UUID userId) {
        List.copyOf(byUser.getOrDefault(userId, Map.of()).keySet()).stream()
                .filter(place -> !place.instance().equals(instance))
                .forEach(place -> remove(place.instance(), place.connectionId()));
    }

    List<UUID> connectionsOf(String instance) {
        return entries.keySet().stream()
                .filter(place -> place.instance().equals(instance))
                .map(Place::connectionId)
                .toList();
    }

    List<Entry> entriesOf(String instance) {
        return entries.entrySet().stream()
                .filter(placed -> placed.getKey().instance().equals(instance))
                .map(Map.Entry::getValue)
                .toList();
    }

    Optional<Entry> entry(String instance, UUID connectionId) {
        return Optional.ofNullable(entries.get(new Place(instance, connectionId)));
    }

    /** The instances that have entries. */
    Set<String> instances() {
        Set<String> instances = new LinkedHashSet<>();
        entries.keySet().forEach(place -> instances.add(place.instance()));
        return instances;
    }

    /** Since when somebody has been here; empty for who is not. */
    Optional<Instant> since(UUID userId) {
        return byUser.getOrDefault(userId, Map.of()).values().stream()
                .map(Entry::since)
                .min(Instant::compareTo);
    }

    int size() {
        return byUser.size();
    }

    boolean hasChanged() {
        return !touched.isEmpty();
    }

    /** The differences to what was told the last time: who came and went in between came never. */
    Differences tell(Instant now) {
        List<Person> people = new ArrayList<>();
        List<Gone> left = new ArrayList<>();
        for (UUID user : touched) {
            Person before = told.get(user);
            if (byUser.containsKey(user)) {
                Person person = person(user, before);
                told.put(user, person);
                if (!person.equals(before)) people.add(person);
            } else if (before != null) {
                told.remove(user);
                left.add(new Gone(user, now));
            }
        }
        touched.clear();
        return new Differences(people, left);
    }

    /** Everybody, as it was told the last time. */
    List<Person> told() {
        return List.copyOf(told.values());
    }

    /** Who has been told to be here has been here since then, whichever of their sockets has come and gone. */
    private Person person(UUID user, @Nullable Person before) {
        Person person = people(byUser.getOrDefault(user, Map.of()).values());
        return before == null
                ? person
                : new Person(user, person.name(), person.status(), person.viewing(), before.since());
    }

    /** The people that entries make. */
    static List<Person> peopleOf(Collection<Entry> entries) {
        Map<UUID, List<Entry>> byUser = new LinkedHashMap<>();
        entries.forEach(entry ->
                byUser.computeIfAbsent(entry.userId(), id -> new ArrayList<>()).add(entry));
        return byUser.values().stream().map(Roster::people).toList();
    }

    private static Person people(Collection<Entry> ofOne) {
        Entry newest = ofOne.stream()
                .reduce((one, other) -> other.revision() > one.revision() ? other : one)
                .orElseThrow();
        boolean active = ofOne.stream().anyMatch(Entry::active);
        return new Person(
                newest.userId(),
                newest.name(),
                newest.status().shown(active),
                ofOne.stream()
                        .map(Entry::viewing)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                ofOne.stream().map(Entry::since).min(Instant::compareTo).orElseThrow());
    }
}
