package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Event;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final Log LOG = Log.ofWorkspace(UUID.randomUUID());
    private static final UUID EPOCH = UUID.randomUUID();

    private final Channel channel = new Channel(LOG, 8, 0);

    private boolean takes(long seq) {
        Event event = new Event(
                LOG, LOG.id(), seq, "task.created", Instant.EPOCH, Instant.EPOCH, LOG.id(), "Ada", null, "{}", null);
        return channel.append(event) != null;
    }

    @Test
    void what_is_told_before_the_head_is_known_waits_for_it() {
        for (long seq = 9; seq <= 12; seq++) assertThat(takes(seq)).isFalse();
        channel.startAt(new Head(EPOCH, 10, 0));
        assertThat(channel.head()).isEqualTo(new Head(EPOCH, 12, 0));
        assertThat(channel.ring().get(10)).isNull();
        assertThat(channel.ring().get(11)).isNotNull();
        assertThat(channel.followed().succeeded()).isTrue();
    }

    @Test
    void it_takes_the_next_event_and_no_other() {
        channel.startAt(new Head(EPOCH, 10, 0));
        assertThat(takes(10)).isFalse();
        assertThat(takes(12)).isFalse();
        assertThat(takes(11)).isTrue();
        assertThat(takes(11)).isFalse();
        assertThat(channel.head().seq()).isEqualTo(11);
    }

    @Test
    void it_is_empty_from_the_moment_the_last_one_left() {
        Subscription subscription = new Subscription(new Connection(new SilentWire(), 0), channel, new Attention());
        channel.add(subscription);
        assertThat(channel.isEmptyFor(10, 1_000)).isFalse();
        channel.remove(subscription, 1_000);
        assertThat(channel.isEmptyFor(10, 1_010)).isFalse();
        assertThat(channel.isEmptyFor(10, 1_011)).isTrue();
    }

    private static final class SilentWire implements Wire {
        @Override
        public void send(Frame frame) {}

        @Override
        public void flush() {}

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void onDrain(Runnable listener) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void close(CloseCode code) {}
    }
}
