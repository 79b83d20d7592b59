package io.tandem.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the heads are looked at. A minute is as good as never here. */
class PollTimesTest {

    private static final int NEVER = 60_000;
    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final LinkedBlockingQueue<Promise<Void>> polls = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private HeadsPoll poll(int pollMs, int pollHealthyMs) {
        HeadsPoll poll = new HeadsPoll(vertx, new Settings.Journal(1, 1, pollMs, pollHealthyMs), this::look);
        context.runOnContext(started -> poll.start());
        return poll;
    }

    private Future<Void> look() {
        Promise<Void> poll = Promise.promise();
        polls.add(poll);
        return poll.future();
    }

    private Promise<Void> next() throws InterruptedException {
        Promise<Void> poll = polls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (poll == null) throw new AssertionError("Nobody looked");
        return poll;
    }

    private void answer() throws InterruptedException {
        Promise<Void> poll = next();
        context.runOnContext(here -> poll.complete());
    }

    @Test
    void whenever_the_others_fall_silent_or_are_heard_again_it_looks_at_once() throws InterruptedException {
        HeadsPoll poll = poll(NEVER, NEVER);
        context.runOnContext(heard -> poll.healthy(true));
        answer();
        context.runOnContext(silent -> poll.healthy(false));
        answer();
        assertThat(polls).isEmpty();
    }

    @Test
    void one_look_at_a_time_and_another_for_what_changed_meanwhile() throws InterruptedException {
        HeadsPoll poll = poll(20, NEVER);
        Promise<Void> first = next();
        context.runOnContext(heard -> poll.healthy(true));
        context.runOnContext(answered -> {
            assertThat(polls).isEmpty();
            first.complete();
        });
        answer();
    }

    @Test
    void a_log_that_is_followed_anew_is_looked_at_soon() throws InterruptedException {
        HeadsPoll poll = poll(20, NEVER);
        answer();
        context.runOnContext(heard -> poll.healthy(true));
        answer();
        context.runOnContext(followed -> poll.soon());
        answer();
    }

    @Test
    void a_log_that_is_followed_while_it_looks_is_looked_at_soon_too() throws InterruptedException {
        HeadsPoll poll = poll(20, NEVER);
        answer();
        context.runOnContext(heard -> poll.healthy(true));
        Promise<Void> under = next();
        context.runOnContext(followed -> {
            poll.soon();
            under.complete();
        });
        answer();
    }

    @Test
    void a_look_that_fails_is_not_the_last() throws InterruptedException {
        poll(20, NEVER);
        Promise<Void> poll = next();
        context.runOnContext(here -> poll.fail("The database is away"));
        answer();
    }
}
