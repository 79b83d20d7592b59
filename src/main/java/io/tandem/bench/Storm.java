package io.tandem.bench;

import java.util.List;

/**
 * All connections are cut at once, something happens in every workspace, and then everybody comes back in the same moment
 * and wants what they missed: what a broken switch does. Who is turned away tries again after up to a second.
 */
record Storm(int connections) implements Scenario {

    private static final int PEOPLE_PER_WORKSPACE = 10;
    private static final int PUBLISHERS = 16;

    @Override
    public List<Result> run(Rig rig) {
        int count = rig.options().number("connections", connections);
        Crowd crowd = Crowd.gather(rig, count, Math.max(1, count / PEOPLE_PER_WORKSPACE));
        rig.connect(crowd.subscribers());
        rig.sockets().pass(rig.options().settleMs());
        rig.sockets().on(() -> crowd.subscribers().forEach(Subscriber::cut));
        missSomething(rig, crowd.workspaces());
        double transactions = rig.server().transactions();
        Stretch stretch = Stretch.begin(rig);
        Rush back = new Rush(rig, crowd.subscribers());
        back.seconds();
        Window window = stretch.end();
        double statements = rig.server().transactions() - transactions;
        rig.sockets().on(() -> crowd.subscribers().forEach(Subscriber::countMissing));
        return List.of(result(rig, back, window, statements));
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

    private static Result result(Rig rig, Rush back, Window window, double statements) {
        double count = back.times().getTotalCount();
        Result.Sheet figures = new Result.Sheet()
                .add("all caught up after", window.seconds(), "s")
                .latency("caught up after", back.times())
                .add("connections", count / window.seconds(), "/s")
                .add("turned away meanwhile", back.turnedAway())
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
}
