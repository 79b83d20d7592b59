package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.cluster.Shards.Shard;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsTest {

    @Test
    void slots_are_those_of_the_specification() {
        assertThat(Slot.of("123456789")).isEqualTo(0x31C3);
        assertThat(Slot.of("foo")).isEqualTo(12_182);
        assertThat(Slot.of("{user1000}.following")).isEqualTo(Slot.of("user1000"));
        assertThat(Slot.of("foo{}{bar}")).isEqualTo(8_363);
    }

    @Test
    void one_server_has_every_key_and_a_cluster_each_its_own() {
        assertThat(Shards.one("redis://a:1").addressOf("foo")).contains("redis://a:1");
        Shards two = new Shards(List.of(new Shard("redis://a:1", 0, 8_000), new Shard("redis://b:1", 8_001, 16_000)));
        assertThat(two.addressOf("foo")).contains("redis://b:1");
        assertThat(two.addressOf("Zadd")).as("slot %d", Slot.of("Zadd")).isPresent();
        assertThat(new Shards(List.of(new Shard("redis://a:1", 0, 12_181), new Shard("redis://b:1", 12_183, 16_383)))
                        .addressOf("foo"))
                .isEmpty();
    }

    @Test
    void another_server_is_reached_as_the_one_that_named_it() {
        assertThat(Topology.beside("redis://ada:se%40cret@a:1/3?client=x", "10.0.0.2", 7_001))
                .isEqualTo("redis://ada:se%40cret@10.0.0.2:7001/3?client=x");
        assertThat(Topology.beside("rediss://a:1", "", 7_001)).isEqualTo("rediss://a:7001");
        assertThat(Topology.beside("redis://a:1", "::1", 7_001)).isEqualTo("redis://[::1]:7001");
    }
}
