package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TandemServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final List<Set<Integer>> asked = new ArrayList<>();
    private final List<Promise<Map<Integer, String>>> answers = new ArrayList<>();
    private final Gathering<Integer, String> gathering = new Gathering<>(vertx, this::slowly);

    @AfterEach
    void close() {
        TandemServer.await(vertx.close());
    }

    private Future<Map<Integer, String>> slowly(Set<Integer> questions) {
        asked.add(Set.copyOf(questions));
        answers.add(Promise.promise());
        return answers.getLast().future();
    }

    private void answers(int round) {
        Map<Integer, String> found =
                asked.get(round).stream().collect(Collectors.toMap(Function.identity(), n -> "a" + n));
        step(() -> answers.get(round).tryComplete(found));
    }

    /** Each step on the event loop, one after the other: what a step begins at its end is done before the next. */
    private <T> T step(Callable<T> step) {
        Promise<T> done = Promise.promise();
        loop.runOnContext(now -> done.complete(call(step)));
        T result = TandemServer.await(done.future());
        Promise<Void> settled = Promise.promise();
        loop.runOnContext(now -> settled.complete());
        TandemServer.await(settled.future());
        return result;
    }

    private static <T> T call(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Future<String>> asks(int... questions) {
        return step(() -> IntStream.of(questions).mapToObj(gathering::ask).toList());
    }

    @Test
    void what_is_asked_in_one_tick_is_asked_together_and_equal_questions_once() {
        List<Future<String>> futures = asks(1, 2, 1);
        assertThat(asked).containsExactly(Set.of(1, 2));
        answers(0);
        assertThat(futures).extracting(Future::result).containsExactly("a1", "a2", "a1");
    }

    @Test
    void what_comes_meanwhile_goes_with_the_next_even_where_it_is_the_same() {
        Future<String> first = asks(1).getFirst();
        List<Future<String>> later = asks(1, 2, 3);
        assertThat(asked).containsExactly(Set.of(1));
        answers(0);
        assertThat(first.result()).isEqualTo("a1");
        assertThat(later).noneMatch(Future::isComplete);
        assertThat(asked).containsExactly(Set.of(1), Set.of(1, 2, 3));
    }

    @Test
    void what_the_source_leaves_out_is_answered_with_nothing() {
        Future<String> unknown = asks(7).getFirst();
        step(() -> answers.getFirst().tryComplete(Map.of()));
        assertThat(unknown.succeeded()).isTrue();
        assertThat(unknown.result()).isNull();
    }

    @Test
    void a_failure_fails_those_who_asked_together_and_nobody_after_them() {
        List<Future<String>> failing = asks(1, 2);
        Future<String> later = asks(1).getFirst();
        step(() -> answers.getFirst().tryFail("away"));
        assertThat(failing).allMatch(Future::failed);
        answers(1);
        assertThat(later.result()).isEqualTo("a1");
    }

    @Test
    void thousands_are_asked_in_several_rounds() {
        asks(IntStream.range(0, 2_500).toArray());
        for (int round = 0; round < 3; round++) {
            answers(round);
        }
        assertThat(asked).extracting(Set::size).containsExactly(1_000, 1_000, 500);
    }

    @Test
    void an_answer_belongs_to_the_work_that_asked() {
        UUID socket = Ids.next();
        Promise<String> heard = Promise.promise();
        asks(1);
        step(() -> {
            Trace.within(Trace.ofConnection(loop, socket), () -> gathering
                    .ask(2)
                    .onSuccess(answer -> heard.complete(Trace.current().connectionId())));
            return true;
        });
        answers(0);
        answers(1);
        assertThat(heard.future().result()).isEqualTo(socket.toString());
    }
}
