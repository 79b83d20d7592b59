package io.tandem.platform;

import java.time.Instant;
import java.util.List;

/**
 * A running instance, as the others hear of it.
 *
 * @param node {@code node.id}
 * @param connections open sockets
 */
public record Peer(String node, Instant startedAt, int connections) {

    /** A question without content: all instances that are heard now, the asked one among them. */
    public static final Address<Boolean, List<Peer>> ALL = new Address<>("cluster.peers", Boolean.class);

    /** Told as {@link Roll} twice a second where there are other instances to hear. */
    public static final String ROLL = "cluster.roll";

    /** Told when an instance has said goodbye: its {@code node.id}. */
    public static final String LEFT = "cluster.left";

    /**
     * Who was heard just now.
     *
     * @param own whether what this instance sends comes back to it: else nobody can be heard, and nothing follows of it
     */
    public record Roll(boolean own, List<Peer> others) {}

    /** Tells it from another one of the same name, before it or after. */
    public String instance() {
        return instance(node, startedAt);
    }

    public static String instance(String node, Instant startedAt) {
        return node + "/" + startedAt;
    }
}
