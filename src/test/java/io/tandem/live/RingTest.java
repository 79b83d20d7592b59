package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Event;
import io.tandem.journal.Log;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final Log LOG = Log.ofWorkspace(UUID.randomUUID());

    private static EventFrame event(long seq) {
        return EventFrame.of(new Event(
                LOG, LOG.id(), seq, "task.created", Instant.EPOCH, Instant.EPOCH, LOG.id(), "Ada", null, "{}", null));
    }

    @Test
    void it_holds_the_newest_and_forgets_the_oldest() {
        Ring ring = new Ring(3);
        for (long seq = 8; seq <= 12; seq++) ring.add(event(seq));
        assertThat(ring.get(9)).isNull();
        for (long seq = 10; seq <= 12; seq++) assertThat(ring.get(seq).seq()).isEqualTo(seq);
    }

    @Test
    void what_is_older_takes_no_place_from_what_is_newer() {
        Ring ring = new Ring(3);
        ring.add(event(12));
        ring.addOlder(event(9));
        ring.addOlder(event(11));
        assertThat(ring.get(9)).isNull();
        assertThat(ring.get(11).seq()).isEqualTo(11);
        assertThat(ring.get(12).seq()).isEqualTo(12);
    }

    @Test
    void what_is_older_finds_room_as_long_as_there_may_be_some() {
        Ring ring = new Ring(100);
        ring.add(event(200));
        for (long seq = 101; seq < 200; seq++) ring.addOlder(event(seq));
        for (long seq = 101; seq <= 200; seq++) assertThat(ring.get(seq).seq()).isEqualTo(seq);
    }

    @Test
    void nothing_is_lost_while_it_grows() {
        Ring ring = new Ring(100);
        for (long seq = 8; seq < 108; seq++) ring.add(event(seq));
        for (long seq = 8; seq < 108; seq++) assertThat(ring.get(seq).seq()).isEqualTo(seq);
        ring.add(event(108));
        assertThat(ring.get(8)).isNull();
        assertThat(ring.get(9).seq()).isEqualTo(9);
    }

    @Test
    void what_has_not_come_is_not_there() {
        Ring ring = new Ring(3);
        assertThat(ring.get(1)).isNull();
        ring.add(event(1));
        assertThat(ring.get(2)).isNull();
        assertThat(ring.get(4)).isNull();
    }
}
