package io.tandem.bench;

import java.util.List;

/**
 * Many people open the same workspace in the same moment, and later half of them leave it in one: everybody has to be told
 * of everybody. What counts is how few messages that takes.
 */
record PresenceStorm(int people) implements Scenario {

    /** Longer than presence.grace_ms and a window of differences: until then nobody who left is gone. */
    private static final int QUIET_MS = 6_000;

    private static final int LOOKS_MAX = 60;
    private static final double MEGA = 1 << 20;

    @Override
    public List<Result> run(Rig rig) {
        int count = rig.options().number("people", people);
        Crowd crowd = Crowd.gather(rig, count, 1);
        List<Subscriber> all = crowd.subscribers();
        return List.of(
                step(rig, "presence-join", count, () -> new Rush(rig, all).seconds()),
                step(rig, "presence-leave", count, () -> rig.sockets()
                        .on(() -> all.subList(0, count / 2).forEach(Subscriber::cut))));
    }

    private static Result step(Rig rig, String name, int people, Runnable what) {
        Stretch stretch = Stretch.begin(rig);
        long from = System.nanoTime();
        what.run();
        untilQuiet(rig);
        Window window = stretch.end();
        long told = rig.sockets().on(() -> rig.tally().lastPresenceNanos);
        Result.Sheet figures = new Result.Sheet()
                .add("last told after", (told - from) / 1e9, "s")
                .add("presence messages", window.presenceMessages())
                .add("presence messages per socket", (double) window.presenceMessages() / people)
                .add("received", window.bytes() / MEGA, "MB")
                .add("server cpu seconds", window.usage().server(), "s")
                .faults(rig.tally());
        return new Result(name, new Result.Sheet().add("people", people).figures(), figures.figures());
    }

    /** Nobody is told anything for a while, longer than the grace of those who left. */
    private static void untilQuiet(Rig rig) {
        long told = -1;
        for (int look = 0; look < LOOKS_MAX; look++) {
            long now = rig.sockets().on(() -> rig.tally().presenceMessages);
            if (now == told) return;
            told = now;
            rig.sockets().pass(QUIET_MS);
        }
    }
}
