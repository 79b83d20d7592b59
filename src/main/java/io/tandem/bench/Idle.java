package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Connections on which nothing happens but a heartbeat every 30 s: what each costs in memory, and all of them in processor
 * time. Ten people to a workspace.
 *
 * @param steps connections, one result each
 */
record Idle(List<Integer> steps) implements Scenario {

    /** Few: what is kept of them for a while must not make nobody look expensive. */
    private static final int WARM_UP = 200;

    private static final int PEOPLE_PER_WORKSPACE = 10;
    private static final double KILO = 1 << 10;

    @Override
    public List<Result> run(Rig rig) {
        List<Integer> asked = rig.options().numbers().containsKey("connections")
                ? List.of(rig.options().number("connections", 0))
                : steps;
        int most = asked.getLast();
        Crowd crowd = Crowd.gather(rig, most, Math.max(1, most / PEOPLE_PER_WORKSPACE));
        warmUp(rig, crowd.subscribers().subList(0, Math.min(WARM_UP, asked.getFirst())));
        Memory empty = rig.server().memory();
        List<Result> results = new ArrayList<>(List.of(nobody(empty)));
        int connected = 0;
        for (int step : asked) {
            rig.connect(crowd.subscribers().subList(connected, step));
            connected = step;
            results.add(measure(rig, step, empty));
        }
        return results;
    }

    /** Where the lines of a plot begin. */
    private static Result nobody(Memory empty) {
        Result.Sheet figures = new Result.Sheet().memory(empty).faults(new Tally());
        return new Result("idle", new Result.Sheet().add("connections", 0).figures(), figures.figures());
    }

    /** What the first connections load and compile is no cost of a connection. */
    private static void warmUp(Rig rig, List<Subscriber> some) {
        rig.connect(some);
        rig.sockets().on(() -> some.forEach(Subscriber::cut));
        rig.sockets().pass(rig.options().settleMs());
    }

    private static Result measure(Rig rig, int connections, Memory empty) {
        rig.sockets().pass(rig.options().settleMs());
        Memory memory = rig.server().memory();
        rig.sockets().pass(rig.options().settleMs());
        Window quiet = rig.window(rig.options().seconds() * 1000L);
        Result.Sheet figures = new Result.Sheet()
                .memory(memory)
                .add("resident per connection", (memory.resident() - empty.resident()) / connections / KILO, "KB")
                .add("live heap per connection", (memory.live() - empty.live()) / connections / KILO, "KB")
                .add("outside heap per connection", (memory.outside() - empty.outside()) / connections / KILO, "KB")
                .add(
                        "server cpu per 1000 connections",
                        100_000 * quiet.usage().server() / quiet.seconds() / connections,
                        "%")
                .add("messages", quiet.messages() / quiet.seconds(), "/s")
                .usage(quiet)
                .faults(rig.tally());
        return new Result(
                "idle", new Result.Sheet().add("connections", connections).figures(), figures.figures());
    }
}
