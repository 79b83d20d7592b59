package io.tandem.cluster;

import io.tandem.platform.Peer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The instances heard over Redis, this one among them. The way is healthy while every one of them was heard just now: an
 * instance that falls silent may have died between a commit and its message. Pure state; times in milliseconds.
 */
final class Peers {

    private final String self;
    private final long silenceMs;
    private final long forgottenAfterMs;
    private final Map<String, Heard> byNode = new HashMap<>();

    /** @param self must be heard too: what is sent has to come back */
    Peers(String self, long silenceMs, long forgottenAfterMs) {
        this.self = self;
        this.silenceMs = silenceMs;
        this.forgottenAfterMs = forgottenAfterMs;
    }

    private record Heard(Peer peer, long at) {}

    void heard(Peer peer, long now) {
        byNode.put(peer.node(), new Heard(peer, now));
    }

    /** It said goodbye: nobody waits to hear it. */
    void left(String node) {
        byNode.remove(node);
    }

    boolean isHealthy(long now) {
        return byNode.containsKey(self) && byNode.values().stream().allMatch(heard -> now - heard.at() <= silenceMs);
    }

    /** Whether what this instance sends comes back to it. */
    boolean isSelfHeard(long withinMs, long now) {
        Heard heard = byNode.get(self);
        return heard != null && now - heard.at() <= withinMs;
    }

    /** Forgets who has been silent for long: dead, or cut off and to be heard again. */
    void sweep(long now) {
        byNode.entrySet()
                .removeIf(entry ->
                        !entry.getKey().equals(self) && now - entry.getValue().at() > forgottenAfterMs);
    }

    /** Beside this one, of those that were heard within a time. */
    List<Peer> othersHeard(long withinMs, long now) {
        return byNode.values().stream()
                .filter(heard -> now - heard.at() <= withinMs)
                .map(Heard::peer)
                .filter(peer -> !peer.node().equals(self))
                .toList();
    }

    List<Peer> others() {
        return byNode.values().stream()
                .map(Heard::peer)
                .filter(peer -> !peer.node().equals(self))
                .sorted(Comparator.comparing(Peer::node))
                .toList();
    }
}
