package io.tandem.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which Redis server is to be asked for which key: one for all, or each for its slots. */
record Shards(List<Shard> ranges) {

    /** @param address as a connection string, with its password */
    record Shard(String address, int firstSlot, int lastSlot) {
        boolean has(int slot) {
            return firstSlot <= slot && slot <= lastSlot;
        }
    }

    static final Shards UNKNOWN = new Shards(List.of());

    static Shards one(String address) {
        return new Shards(List.of(new Shard(address, 0, Slot.COUNT - 1)));
    }

    /** Nobody serves a slot while a cluster is broken. */
    Optional<String> addressOf(String key) {
        int slot = ranges.size() == 1 ? ranges.getFirst().firstSlot() : Slot.of(key);
        return ranges.stream()
                .filter(range -> range.has(slot))
                .map(Shard::address)
                .findFirst();
    }

    Set<String> addresses() {
        return ranges.stream().map(Shard::address).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "Shards[" + addresses().size() + " servers]";
    }
}
