package io.tandem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Peer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeersTest {

    private final Peers peers = new Peers("here", 450, 8_000);

    private static Peer peer(String node) {
        return new Peer(node, Instant.EPOCH, 1);
    }

    @Test
    void nobody_heard_is_not_healthy() {
        assertThat(peers.isHealthy(0)).isFalse();
    }

    @Test
    void hearing_others_but_not_oneself_is_not_healthy() {
        peers.heard(peer("there"), 0);
        assertThat(peers.isHealthy(0)).isFalse();
    }

    @Test
    void it_is_healthy_while_all_were_heard_just_now() {
        peers.heard(peer("here"), 0);
        peers.heard(peer("there"), 100);
        assertThat(peers.isHealthy(450)).isTrue();
        peers.heard(peer("here"), 451);
        assertThat(peers.isHealthy(551)).isFalse();
    }

    @Test
    void who_said_goodbye_is_not_waited_for() {
        peers.heard(peer("there"), 0);
        peers.left("there");
        peers.heard(peer("here"), 9_000);
        assertThat(peers.isHealthy(9_000)).isTrue();
    }

    @Test
    void who_is_silent_for_long_is_forgotten_and_oneself_never() {
        peers.heard(peer("here"), 0);
        peers.heard(peer("there"), 0);
        peers.sweep(8_001);
        assertThat(peers.others()).isEmpty();
        assertThat(peers.isHealthy(8_001)).isFalse();
        assertThat(peers.isSelfHeard(3_000, 8_001)).isFalse();
    }
}
