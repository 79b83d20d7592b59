package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Event;
import io.tandem.journal.Feed.Page;
import io.tandem.journal.Feed.Since;
import io.tandem.journal.Head;
import io.tandem.journal.Log;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final Log LOG = Log.ofWorkspace(UUID.randomUUID());
    private static final UUID EPOCH = UUID.randomUUID();

    private final Channel channel = new Channel(LOG, 8, 0);

    private static Event event(long seq) {
        return new Event(
                LOG, LOG.id(), seq, "task.created", Instant.EPOCH, Instant.EPOCH, LOG.id(), "Ada", null, "{}", null);
    }

    private boolean takes(long seq) {
        return channel.append(event(seq)) != null;
    }

    private static Page page(UUID epoch, long from, long to) {
        return new Page(
                new Head(epoch, to, 0),
                LongStream.rangeClosed(from, to).mapToObj(ChannelTest::event).toList());
    }

    private List<Long> kept() {
        return LongStream.rangeClosed(1, 20)
                .filter(seq -> channel.ring().get(seq) != null)
                .boxed()
                .toList();
    }

    @Test
    void those_who_are_near_the_head_are_read_for_together() {
        channel.startAt(new Head(EPOCH, 12, 0));
        assertThat(channel.after(11, 100)).isEqualTo(channel.after(4, 100)).isEqualTo(new Since(LOG, 4, 8));
        assertThat(channel.after(3, 100)).isEqualTo(new Since(LOG, 3, 100));
        assertThat(channel.after(9, 2)).isEqualTo(new Since(LOG, 9, 2));
    }

    @Test
    void a_persons_own_log_is_read_for_nobody_else() {
        Log own = Log.ofPerson(UUID.randomUUID());
        Channel mine = new Channel(own, 8, 0);
        mine.startAt(new Head(EPOCH, 12, 0));
        assertThat(mine.after(11, 100)).isEqualTo(new Since(own, 11, 100));
    }

    @Test
    void what_was_read_is_kept_but_for_what_is_not_heard_yet() {
        channel.startAt(new Head(EPOCH, 11, 0));
        takes(12);
        channel.fill(page(EPOCH, 3, 14));
        assertThat(kept()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void what_was_read_in_another_epoch_is_not_kept() {
        channel.startAt(new Head(EPOCH, 12, 0));
        channel.fill(page(UUID.randomUUID(), 5, 12));
        assertThat(kept()).isEmpty();
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
        public void listen(Listener listener) {}

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
