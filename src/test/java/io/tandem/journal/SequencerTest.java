package io.tandem.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private static final Log LOG = Log.ofWorkspace(UUID.randomUUID());

    private final Sequencer sequencer = new Sequencer(4, 100);

    private static Event event(long seq) {
        return new Event(
                LOG, LOG.id(), seq, "task.created", Instant.EPOCH, Instant.EPOCH, LOG.id(), "Ada", null, "{}", null);
    }

    private List<Long> accept(long seq) {
        return sequencer.accept(event(seq)).stream().map(Event::seq).toList();
    }

    @Test
    void the_next_event_goes_on_at_once() {
        assertThat(accept(5)).containsExactly(5L);
        assertThat(accept(6)).containsExactly(6L);
    }

    @Test
    void what_is_known_is_dropped() {
        accept(5);
        assertThat(accept(5)).isEmpty();
        assertThat(accept(3)).isEmpty();
        assertThat(sequencer.hasGap()).isFalse();
    }

    @Test
    void what_is_early_waits_for_what_is_missing() {
        assertThat(accept(7)).isEmpty();
        assertThat(accept(6)).isEmpty();
        assertThat(sequencer.hasGap()).isTrue();
        assertThat(accept(5)).containsExactly(5L, 6L, 7L);
        assertThat(sequencer.hasGap()).isFalse();
    }

    @Test
    void of_too_much_that_is_early_the_latest_is_forgotten_and_the_gap_stays_known() {
        Sequencer small = new Sequencer(0, 2);
        for (long seq : new long[] {5, 4, 3, 2})
            assertThat(small.accept(event(seq))).isEmpty();
        assertThat(small.accept(event(1)).stream().map(Event::seq)).containsExactly(1L, 2L, 3L);
        assertThat(small.last()).isEqualTo(3);
    }

    @RepeatedTest(20)
    void any_order_with_doubles_comes_out_as_the_one_order(RepetitionInfo repetition) {
        List<Long> shuffled =
                new ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
        shuffled.addAll(LongStream.rangeClosed(1, 60).boxed().toList());
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
        List<Long> told = new ArrayList<>();
        for (long seq : shuffled) told.addAll(accept(seq));
        assertThat(told).isEqualTo(LongStream.rangeClosed(5, 60).boxed().toList());
    }
}
