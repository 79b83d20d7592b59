package io.tandem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.faults.Finding.Kind;
import io.tandem.faults.History.Ack;
import io.tandem.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The checker can fail: each thing that may not happen to a history is named when it does. */
class HistoryCheckerTest {

    private static final String LOG = "harbour";
    private static final int EVENTS = 10;

    private final List<Heard> log = new ArrayList<>(LongStream.rangeClosed(1, EVENTS)
            .mapToObj(HistoryCheckerTest::event)
            .toList());

    private static Heard event(long seq) {
        return new Heard(seq, "task.updated", "op-" + seq, data("title " + seq));
    }

    private static JsonNode data(String title) {
        return Json.parse("{\"title\":\"" + title + "\"}");
    }

    /** Heard everything, once behind a snapshot, and made the third change. */
    private History ada(Consumer<List<Heard>> mishap) {
        List<Heard> events = new ArrayList<>(log);
        mishap.accept(events);
        History history = new History("Ada");
        history.startsAt(LOG, 0);
        events.forEach(event -> history.heard(LOG, event, 0));
        history.acknowledged(ack("op-3", 3, "title 3"));
        history.ends(LOG, data("all"), data("all"));
        return history;
    }

    private static Ack ack(String operation, long seq, String title) {
        return new Ack(LOG, operation, seq, data(title), true, 0);
    }

    private History ada() {
        return ada(events -> {});
    }

    private List<Kind> findings(History... histories) {
        return HistoryChecker.check(Map.of(LOG, log), List.of(histories)).stream()
                .map(Finding::kind)
                .toList();
    }

    @Test
    void a_good_history_is_found_good() {
        assertThat(findings(ada(), ada())).isEmpty();
    }

    @Test
    void a_client_may_start_later_and_start_anew_after_a_resync() {
        History grace = new History("Grace");
        grace.startsAt(LOG, 2);
        grace.heard(LOG, event(3), 0);
        grace.startsAt(LOG, 8);
        grace.heard(LOG, event(9), 0);
        grace.heard(LOG, event(10), 0);
        assertThat(findings(ada(), grace)).isEmpty();
    }

    @Test
    void a_dropped_event_is_named() {
        assertThat(findings(ada(events -> events.remove(4)))).containsExactly(Kind.LOST);
    }

    @Test
    void a_dropped_last_event_is_named() {
        assertThat(findings(ada(List::removeLast))).containsExactly(Kind.LOST);
    }

    @Test
    void a_dropped_first_event_is_named() {
        assertThat(findings(ada(List::removeFirst))).containsExactly(Kind.LOST);
    }

    @Test
    void a_client_that_heard_nothing_at_all_is_named() {
        assertThat(findings(ada(List::clear))).hasSize(EVENTS).containsOnly(Kind.LOST);
    }

    @Test
    void a_doubled_event_is_named() {
        assertThat(findings(ada(events -> events.add(5, events.get(4))))).containsExactly(Kind.DOUBLED);
    }

    @Test
    void an_event_heard_again_much_later_is_named() {
        assertThat(findings(ada(events -> events.add(events.get(2))))).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_reordered_event_is_named() {
        assertThat(findings(ada(events -> events.add(5, events.remove(4))))).containsExactly(Kind.REORDERED);
    }

    @Test
    void a_changed_event_is_named() {
        assertThat(findings(ada(events -> events.set(4, new Heard(5, "task.updated", "op-5", data("other"))))))
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void an_event_the_log_does_not_have_is_named() {
        assertThat(findings(ada(events -> events.add(event(EVENTS + 1))))).containsExactly(Kind.CHANGED);
    }

    @Test
    void an_acknowledged_change_without_an_event_is_named() {
        History ada = ada();
        ada.acknowledged(ack("op-lost", 5, "title 5"));
        assertThat(findings(ada)).containsExactly(Kind.LOST);
    }

    @Test
    void a_command_without_effect_needs_no_event_but_must_tell_what_is_there() {
        History ada = ada();
        ada.acknowledged(new Ack(LOG, "op-same", 7, data("title 5"), false, 0));
        assertThat(findings(ada)).isEmpty();
        ada.acknowledged(new Ack(LOG, "op-lost", 7, data("title nobody heard of"), false, 0));
        ada.acknowledged(new Ack(LOG, "op-early", 4, data("title 5"), false, 0));
        assertThat(findings(ada)).containsExactly(Kind.LOST, Kind.LOST);
    }

    @Test
    void an_answer_that_is_not_its_event_is_named() {
        History ada = ada();
        ada.acknowledged(ack("op-5", 5, "title 6"));
        ada.acknowledged(ack("op-6", 7, "title 6"));
        assertThat(findings(ada)).containsExactly(Kind.CHANGED, Kind.CHANGED);
    }

    @Test
    void an_answer_without_number_and_content_only_has_to_be_kept() {
        History ada = ada();
        ada.acknowledged(new Ack(LOG, "op-5", 0, MissingNode.getInstance(), true, 0));
        assertThat(findings(ada)).isEmpty();
        ada.acknowledged(new Ack(LOG, "op-lost", 0, MissingNode.getInstance(), true, 0));
        assertThat(findings(ada)).containsExactly(Kind.LOST);
    }

    @Test
    void an_operation_applied_twice_is_named() {
        log.add(new Heard(EVENTS + 1, "task.updated", "op-3", data("title 3")));
        assertThat(findings(ada())).containsExactly(Kind.REPEATED);
    }

    @Test
    void an_operation_that_was_refused_and_happened_is_named() {
        History ada = ada();
        ada.refused("op-unknown", "not_found");
        assertThat(findings(ada)).isEmpty();
        ada.refused("op-4", "unavailable");
        assertThat(findings(ada)).containsExactly(Kind.REFUSED_YET_DONE);
    }

    @Test
    void a_gap_in_the_log_itself_is_named() {
        log.remove(4);
        assertThat(findings()).containsExactly(Kind.LOST);
    }

    @Test
    void snapshots_that_differ_are_named() {
        History grace = ada();
        grace.ends(LOG, data("some"), data("some"));
        assertThat(findings(ada(), grace)).containsExactly(Kind.DIVERGED);
    }

    @Test
    void a_snapshot_that_is_not_what_its_events_make_is_named() {
        History ada = ada();
        ada.ends(LOG, data("some"), data("all"));
        assertThat(findings(ada)).containsExactly(Kind.DIVERGED);
    }

    @Test
    void what_no_server_should_say_is_named() {
        History ada = ada();
        ada.odd("closed with 4400");
        assertThat(findings(ada)).containsExactly(Kind.ODD);
    }
}
