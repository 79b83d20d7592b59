package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Event;
import io.tandem.journal.Log;
import io.tandem.journal.Written;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final Log LOG = Log.ofWorkspace(UUID.randomUUID());

    private final Pending pending = new Pending();

    private static Event event(String operationId) {
        return new Event(
                LOG,
                LOG.id(),
                1,
                "task.created",
                Instant.EPOCH,
                Instant.EPOCH,
                LOG.id(),
                "Ada",
                operationId,
                "{}",
                null);
    }

    private static Written<?> reply(long seq) {
        return new Written<>("done", LOG, seq, true);
    }

    @Test
    void an_event_answers_its_command_once() {
        pending.sent("a");
        assertThat(pending.isAnsweredBy(event("b"))).isFalse();
        assertThat(pending.isAnsweredBy(event("a"))).isTrue();
        assertThat(pending.isAnsweredBy(event("a"))).isFalse();
        assertThat(pending.isPending("a")).isFalse();
    }

    @Test
    void a_reply_waits_until_its_place_is_passed() {
        pending.sent("a");
        pending.replied("a", reply(5));
        assertThat(pending.passed(LOG, 4)).isEmpty();
        assertThat(pending.passed(Log.ofPerson(LOG.id()), 9)).isEmpty();
        assertThat(pending.passed(LOG, 5))
                .extracting(Pending.Reply::operationId)
                .containsExactly("a");
        assertThat(pending.passed(LOG, 5)).isEmpty();
    }

    @Test
    void a_command_that_still_runs_has_nothing_to_answer_with() {
        pending.sent("a");
        assertThat(pending.passed(LOG, Long.MAX_VALUE)).isEmpty();
        assertThat(pending.isPending("a")).isTrue();
    }

    @Test
    void a_command_said_again_waits_for_its_new_reply() {
        pending.sent("a");
        pending.replied("a", reply(5));
        pending.sent("a");
        assertThat(pending.passed(LOG, 5)).isEmpty();
        pending.replied("a", reply(5));
        assertThat(pending.passed(LOG, 5)).hasSize(1);
    }
}
