package io.tandem.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One workspace as this instance sees it: its roster, and what of its own the others were not told yet. Pure state. */
final class Room {

    private static final long WINDOW_MS_MIN = 100;
    private static final long WINDOW_MS_MAX = 1_000;

    private final UUID workspace;
    private final String instance;
    private final Roster roster = new Roster();
    private final Map<UUID, Entry> unshared = new LinkedHashMap<>();
    private final Set<UUID> gone = new LinkedHashSet<>();
    private final Map<String, Long> saidAt = new HashMap<>();
    private final Set<Place> heardWhileReading = new HashSet<>();
    private int readings;
    private boolean followed;
    private boolean telling;
    private long version;

    /** @param instance this one */
    Room(UUID workspace, String instance) {
        this.workspace = workspace;
        this.instance = instance;
    }

    UUID workspace() {
        return workspace;
    }

    Roster roster() {
        return roster;
    }

    /** Differences are gathered for a while that grows with the people who are told: a crowd is one message. */
    long windowMs() {
        return Math.clamp(roster.size(), WINDOW_MS_MIN, WINDOW_MS_MAX);
    }

    /** Answers whether nobody was about to tell: then whoever asks is. */
    boolean startTelling() {
        boolean starts = !telling;
        telling = true;
        return starts;
    }

    void stopTelling() {
        telling = false;
    }

    long nextVersion() {
        return ++version;
    }

    long version() {
        return version;
    }

    void follow(boolean now) {
        followed = now;
    }

    boolean isFollowed() {
        return followed;
    }

    /** Nobody here listens, and nobody here is shown. */
    boolean isForgotten() {
        return !followed && roster.connectionsOf(instance).isEmpty();
    }

    /** An entry of this instance. */
    void put(Entry entry) {
        roster.put(instance, entry);
        gone.remove(entry.connectionId());
        unshared.put(entry.connectionId(), entry);
    }

    void remove(UUID connection) {
        if (roster.entry(instance, connection).isEmpty()) return;
        roster.remove(instance, connection);
        unshared.remove(connection);
        gone.add(connection);
    }

    List<Entry> takeUnshared() {
        List<Entry> entries = new ArrayList<>(unshared.values());
        unshared.clear();
        return entries;
    }

    List<UUID> takeGone() {
        List<UUID> connections = new ArrayList<>(gone);
        gone.clear();
        return connections;
    }

    /** Another instance told of this; a table that is just being read is older. */
    void heard(Shared shared, long now) {
        String other = shared.instance();
        saidAt.put(other, now);
        shared.entries().forEach(entry -> heard(new Place(other, entry.connectionId())));
        shared.gone().forEach(connection -> heard(new Place(other, connection)));
        shared.gone().forEach(connection -> roster.remove(other, connection));
        if (shared.full()) roster.replace(other, shared.entries());
        else shared.entries().forEach(entry -> roster.put(other, entry));
    }

    private void heard(Place place) {
        if (readings > 0) heardWhileReading.add(place);
    }

    void startReading() {
        readings++;
    }

    /** What a table has more than is known; what it lacks may be on its way into it. */
    void read(List<PresenceStore.Placed> table, long now) {
        for (PresenceStore.Placed placed : table) {
            saidAt.putIfAbsent(placed.instance(), now);
            Place place = new Place(placed.instance(), placed.entry().connectionId());
            if (!placed.instance().equals(instance) && !heardWhileReading.contains(place))
                roster.put(placed.instance(), placed.entry());
        }
    }

    /** Instances with entries that said nothing of this workspace for long. */
    List<String> unsaidSince(long then) {
        return roster.instances().stream()
                .filter(other -> !other.equals(instance) && saidAt.getOrDefault(other, then) < then)
                .toList();
    }

    void stopReading() {
        if (--readings == 0) heardWhileReading.clear();
    }
}
