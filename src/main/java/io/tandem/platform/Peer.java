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
}
