package io.tandem.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * All connections are cut at once, something happens in every workspace, and then everybody comes back in the same moment
 * and wants what they missed: what a broken switch does. Who is turned away tries again after up to a second.
 */
record Storm(int connections) implements Scenario {

    private static final int PEOPLE_PER_WORKSPACE = 10;
    private static final int PUBLISHERS = 16;
    private static final int SETTLE_MS = 5_000;
    private static final int BACK_SECONDS = 300;
    private static final int BACKOFF_MS = 1_000;

    @Override
    public List<Result> run(Rig rig) {
        int count = rig.options().number("connections", connections);
        Crowd crowd = Crowd.gather(rig, count, Math.max(1, count / PEOPLE_PER_WORKSPACE));
        rig.connect(crowd.subscribers());
        rig.sockets().pass(SETTLE_MS);
        rig.sockets().on(() -> crowd.subscribers().forEach(Subscriber::cut));
        missSomething(rig, crowd.workspaces());
        double transactions = rig.server().transactions();
        rig.sockets().on(rig.tally()::reset);
        Usage before = rig.server().usage();
        Return back = new Return(rig, crowd.subscribers());
        double seconds = back.all();
        Window window = Window.of(rig.tally(), seconds, rig.server().usage().since(before));
        double statements = rig.server().transactions() - transactions;
        rig.sockets().on(() -> crowd.subscribers().forEach(Subscriber::countMissing));
        return List.of(result(rig, count, back, window, statements));
    }

    private static void missSomething(Rig rig, List<Workspace> workspaces) {
        List<Publisher> publishers = rig.publishers(PUBLISHERS);
        rig.sockets().on(() -> {
            long now = System.nanoTime();
            for (int i = 0; i < workspaces.size(); i++)
                publishers.get(i % PUBLISHERS).create(workspaces.get(i), now);
            publishers.forEach(Publisher::flush);
        });
        rig.await(() -> publishers.stream().allMatch(publisher -> publisher.unanswered() == 0));
    }

    private static Result result(Rig rig, int count, Return back, Window window, double statements) {
        Result.Sheet figures = new Result.Sheet()
                .add("all caught up after", window.seconds(), "s")
                .latency("caught up after", back.times)
                .add("connections", count / window.seconds(), "/s")
                .add("turned away meanwhile", back.turnedAway)
                .add("postgres transactions", statements)
                .add("postgres transactions per connection", statements / count)
                .add("deliveries", window.delivered())
                .add("messages", window.messages())
                .add("server cpu seconds", window.usage().server(), "s")
                .add("postgres cpu seconds", window.usage().postgres(), "s")
                .usage(window)
                .faults(rig.tally());
        return new Result("storm", new Result.Sheet().add("connections", count).figures(), figures.figures());
    }

    /** Everybody on their way back. Belongs to the event loop. */
    private static final class Return {

        private final Rig rig;
        private final List<Subscriber> subscribers;
        private final CompletableFuture<Long> done = new CompletableFuture<>();
        private final Histogram times = new Histogram(3);
        private long startNanos;
        private int turnedAway;

        Return(Rig rig, List<Subscriber> subscribers) {
            this.rig = rig;
            this.subscribers = subscribers;
        }

        /** Answers with the seconds until the last one had everything. */
        double all() {
            rig.sockets().on(() -> {
                startNanos = System.nanoTime();
                subscribers.forEach(this::comeBack);
            });
            return done.orTimeout(BACK_SECONDS, TimeUnit.SECONDS).join() / 1e9;
        }

        private void comeBack(Subscriber subscriber) {
            subscriber.connect().whenComplete((nothing, failure) -> {
                if (failure == null) isBack();
                else tryAgain(subscriber);
            });
        }

        private void isBack() {
            long took = System.nanoTime() - startNanos;
            times.recordValue(took);
            if (times.getTotalCount() == subscribers.size()) done.complete(took);
        }

        private void tryAgain(Subscriber subscriber) {
            turnedAway++;
            long pause = ThreadLocalRandom.current().nextLong(BACKOFF_MS);
            rig.sockets().loop().schedule(() -> comeBack(subscriber), pause, TimeUnit.MILLISECONDS);
        }
    }
}
