package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile(2);
    private final List<Promise<Void>> entering = new ArrayList<>();

    private Future<Void> comes() {
        return turnstile.pass(() -> {
            entering.add(Promise.promise());
            return entering.getLast().future();
        });
    }

    @Test
    void so_many_enter_at_a_time_and_the_next_when_one_is_in() {
        List<Future<Void>> crowd = IntStream.range(0, 5).mapToObj(i -> comes()).toList();
        assertThat(entering).hasSize(2);
        entering.get(1).complete();
        assertThat(entering).hasSize(3);
        assertThat(crowd).extracting(Future::isComplete).containsExactly(false, true, false, false, false);
    }

    @Test
    void who_is_turned_away_makes_room_too() {
        List<Future<Void>> crowd = IntStream.range(0, 3).mapToObj(i -> comes()).toList();
        entering.getFirst().fail("not you");
        assertThat(crowd.getFirst().failed()).isTrue();
        assertThat(entering).hasSize(3);
    }

    @Test
    void after_a_crowd_it_is_free_again() {
        Turnstile quick = new Turnstile(1);
        for (int i = 0; i < 10; i++)
            assertThat(quick.pass(Future::succeededFuture).succeeded()).isTrue();
    }

    @Test
    void of_a_crowd_that_has_gone_nobody_keeps_the_next_one_out() {
        List<Future<Void>> crowd = IntStream.range(0, 2).mapToObj(i -> comes()).toList();
        for (int i = 0; i < 50_000; i++) turnstile.pass(Future::succeededFuture);
        turnstile.pass(() -> {
            throw new IllegalStateException("not even begun");
        });
        Future<Void> last = comes();
        entering.getFirst().complete();
        entering.get(2).complete();
        assertThat(last.succeeded()).isTrue();
        assertThat(crowd.get(1).isComplete()).isFalse();
    }
}
