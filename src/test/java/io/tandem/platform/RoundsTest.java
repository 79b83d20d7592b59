package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    private Rounds rounds(long pauseMs, long givenUpMs, Deque<Future<Void>> outcomes) {
        return new Rounds(vertx, "Test", pauseMs, givenUpMs, () -> {
            begun.add(count.incrementAndGet());
            return outcomes.isEmpty() ? Future.succeededFuture() : outcomes.remove();
        });
    }

    private int next() throws InterruptedException {
        Integer round = begun.poll(10, TimeUnit.SECONDS);
        assertThat(round).as("a round").isNotNull();
        return round == null ? 0 : round;
    }

    @Test
    void rounds_go_on_after_one_that_fails_or_throws_or_hangs() throws InterruptedException {
        Deque<Future<Void>> outcomes = new ArrayDeque<>();
        outcomes.add(Future.failedFuture("The database is away"));
        outcomes.add(Promise.<Void>promise().future());
        Rounds rounds = rounds(5, 50, outcomes);
        vertx.runOnContext(there -> rounds.start());
        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(next()).isEqualTo(3);
    }

    @Test
    void a_call_while_a_round_is_under_way_brings_exactly_one_more() throws InterruptedException {
        Promise<Void> first = Promise.promise();
        Deque<Future<Void>> outcomes = new ArrayDeque<>();
        outcomes.add(first.future());
        Rounds rounds = rounds(3_600_000, 3_600_000, outcomes);
        vertx.getOrCreateContext().runOnContext(there -> {
            rounds.now();
            rounds.now();
            rounds.now();
            first.complete();
        });
        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void stopping_waits_for_the_round_under_way_and_begins_no_other() throws InterruptedException {
        Promise<Void> first = Promise.promise();
        Deque<Future<Void>> outcomes = new ArrayDeque<>();
        outcomes.add(first.future());
        Rounds rounds = rounds(1, 3_600_000, outcomes);
        Promise<Void> stopped = Promise.promise();
        Promise<Boolean> waited = Promise.promise();
        vertx.runOnContext(there -> {
            rounds.now();
            rounds.now();
            rounds.stop().onComplete(stopped);
            waited.complete(!stopped.future().isComplete());
            first.complete();
        });
        next();
        assertThat(waited.future().toCompletionStage().toCompletableFuture().join())
                .isTrue();
        stopped.future().toCompletionStage().toCompletableFuture().join();
        assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void one_that_fails_keeps_no_other_from_its_turn() {
        Future<Void> all = Rounds.each(List.of(1, 2, 3), one -> {
            begun.add(one);
            return one == 3 ? Future.succeededFuture() : Future.failedFuture("Number " + one);
        });
        assertThat(begun).containsExactly(1, 2, 3);
        assertThat(all.cause()).hasMessage("Number 1");
    }
}
