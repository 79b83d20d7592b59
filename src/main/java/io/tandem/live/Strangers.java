package io.tandem.live;

import io.tandem.platform.IpAddress;
import java.util.HashMap;
import java.util.Map;

/** Sockets that have not said who they are, by the address they came from. State of one event loop. */
final class Strangers {

    private final int perAddressMax;
    private final Map<Connection, IpAddress> networks = new HashMap<>();
    private final Map<IpAddress, Integer> counts = new HashMap<>();

    Strangers(int perAddressMax) {
        this.perAddressMax = perAddressMax;
    }

    boolean hasRoomFor(IpAddress network) {
        return counts.getOrDefault(network, 0) < perAddressMax;
    }

    void came(Connection connection, IpAddress network) {
        networks.put(connection, network);
        counts.merge(network, 1, Integer::sum);
    }

    /** Known by now, or gone; doing it twice is doing it once. */
    void left(Connection connection) {
        IpAddress network = networks.remove(connection);
        if (network != null) counts.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Also whom nobody told to be gone. */
    void sweep() {
        networks.keySet().stream().filter(Connection::isClosed).toList().forEach(this::left);
    }
}
