package io.tandem.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which other instances live, as far as they can be heard. Silence counts only while what this instance sends comes back
 * to it: while Redis is away nobody is gone. Pure state; times in milliseconds.
 */
final class Neighbours {

    private static final long HEARD_MS = 1_500;
    private static final long NEVER = -1;

    private final long silenceMs;
    private final Map<String, Long> heardAt = new HashMap<>();
    private final Map<String, Long> leavesAt = new HashMap<>();
    private long ownSince = NEVER;

    /** @param silenceMs who is not heard for so long is gone */
    Neighbours(long silenceMs) {
        this.silenceMs = silenceMs;
    }

    void heard(String instance, long now) {
        heardAt.put(instance, now);
    }

    /**
     * @param own whether this instance hears itself
     * @param graceMs how long the people of an instance stay that another one of its name has taken the place of
     */
    void roll(boolean own, Collection<String> heard, long now, long graceMs) {
        if (!own) ownSince = NEVER;
        else if (ownSince == NEVER) ownSince = now;
        for (String instance : heard) {
            heard(instance, now);
            String node = node(instance);
            heardAt.keySet().stream()
                    .filter(other -> node(other).equals(node) && !heard.contains(other))
                    .forEach(other -> leavesAt.putIfAbsent(other, now + graceMs));
        }
    }

    /** It said goodbye; its people come back elsewhere. */
    void left(String node, long at) {
        heardAt.keySet().stream()
                .filter(instance -> node(instance).equals(node + "/"))
                .forEach(instance -> leavesAt.putIfAbsent(instance, at));
    }

    boolean isHeard(String instance, long now) {
        Long at = heardAt.get(instance);
        return at != null && now - at <= HEARD_MS && !leavesAt.containsKey(instance);
    }

    /** Since how long this instance has heard itself without a break. */
    long heardItselfFor(long now) {
        return ownSince == NEVER ? 0 : now - ownSince;
    }

    /** Forgets those who are gone, and answers who they were. */
    Set<String> gone(long now) {
        Set<String> gone = heardAt.keySet().stream()
                .filter(instance -> isGone(instance, now))
                .collect(Collectors.toSet());
        heardAt.keySet().removeAll(gone);
        leavesAt.keySet().removeAll(gone);
        return gone;
    }

    private boolean isGone(String instance, long now) {
        Long leaves = leavesAt.get(instance);
        if (leaves != null && leaves <= now) return true;
        long at = heardAt.getOrDefault(instance, now);
        return heardItselfFor(now) > silenceMs && now - at > silenceMs;
    }

    private static String node(String instance) {
        return instance.substring(0, instance.indexOf('/') + 1);
    }
}
