package io.tandem.live;

import io.tandem.platform.Peer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees of the sockets. All but {@code instances} is of the instance that was asked, counted since
 * its start.
 *
 * @param connections open now, by transport
 * @param behind sockets that were behind at the last look
 * @param closed by close code; {@code none} where the socket ended without one
 * @param deliveryMs from the commit until the frames were written; null before the first
 * @param lagEvents what the last poll of the heads found beyond what had been told
 */
record SocketStats(
        String node,
        Instant startedAt,
        String version,
        Map<String, Long> connections,
        long subscriptions,
        long behind,
        long opened,
        Map<String, Long> closed,
        Map<String, Long> refused,
        long delivered,
        long resyncs,
        @Nullable DeliveryTimes deliveryMs,
        long followedLogs,
        long lagEvents,
        List<Instance> instances) {

    /** @param self whether this is the one that was asked */
    record Instance(String node, Instant startedAt, int connections, boolean self) {}

    static List<Instance> instances(String self, List<Peer> all) {
        return all.stream()
                .map(peer -> new Instance(
                        peer.node(),
                        peer.startedAt(),
                        peer.connections(),
                        peer.node().equals(self)))
                .toList();
    }
}
