package io.tandem.bench;

import java.util.List;

/**
 * People create tasks while others follow.
 *
 * @param subscribers sockets, evenly spread over the workspaces
 * @param burst tasks a publisher of a closed loop creates in one breath
 * @param rates creates per second, one step each; empty for a closed loop
 */
record Publishing(String name, int workspaces, int subscribers, int publishers, int burst, List<Integer> rates)
        implements Scenario {

    private static final double KEPT_UP = 0.95;

    static Publishing closed(String name, int workspaces, int subscribers, int publishers, int burst) {
        return new Publishing(name, workspaces, subscribers, publishers, burst, List.of());
    }

    static Publishing open(String name, int subscribers, int publishers, List<Integer> rates) {
        return new Publishing(name, 1, subscribers, publishers, 1, rates);
    }

    Publishing with(Options options) {
        int rate = options.number("rate", 0);
        return new Publishing(
                name,
                options.number("workspaces", workspaces),
                options.number("subscribers", subscribers),
                options.number("publishers", publishers),
                options.number("burst", burst),
                rate == 0 || rates.isEmpty() ? rates : List.of(rate));
    }

    @Override
    public List<Result> run(Rig rig) {
        return with(rig.options()).runAsAsked(rig);
    }

    private List<Result> runAsAsked(Rig rig) {
        Stage stage = Stage.set(rig, workspaces, subscribers, publishers);
        stage.warmUp(new ClosedLoop(stage.publishers(), stage.workspaces(), burst));
        if (rates.isEmpty()) return List.of(closedLoop(rig, stage));
        return new Sweep(rates, rate -> openLoop(rig, stage, rate)).results();
    }

    private Result closedLoop(Rig rig, Stage stage) {
        Load load = new ClosedLoop(stage.publishers(), stage.workspaces(), burst);
        Window window = stage.measure(load);
        Result.Sheet figures = throughput(window);
        return new Result(
                name,
                parameters().add("burst", burst).figures(),
                figures.latency("request→ack", window.requestToAck())
                        .usage(window)
                        .faults(rig.tally())
                        .figures());
    }

    private static Result.Sheet throughput(Window window) {
        Usage usage = window.usage();
        return new Result.Sheet()
                .add("creates", window.acknowledged() / window.seconds(), "/s")
                .add("deliveries", window.delivered() / window.seconds(), "/s")
                .add("deliveries per server cpu second", window.delivered() / usage.server())
                .add("deliveries per tool cpu second", window.delivered() / usage.tool())
                .add("deliveries per server and postgres cpu second", window.delivered() / usage.both())
                .add("creates per server and postgres cpu second", window.acknowledged() / usage.both());
    }

    private Result openLoop(Rig rig, Stage stage, int rate) {
        Load load = new OpenLoop(rig.sockets().loop(), stage.publishers(), stage.workspaces(), rate);
        Window window = stage.measure(load);
        Result.Sheet figures = throughput(window)
                .latency("request→frame", window.requestToFrame())
                .written(window.written())
                .latency("change→frame", window.changeToFrame())
                .latency("request→ack", window.requestToAck());
        return new Result(
                name,
                parameters().add("rate", rate, "/s").figures(),
                figures.usage(window).faults(rig.tally()).figures());
    }

    private Result.Sheet parameters() {
        return new Result.Sheet()
                .add("workspaces", workspaces)
                .add("subscribers", subscribers)
                .add("publishers", publishers);
    }

    /** Whether a step came to what it was asked for. */
    static boolean keptUp(Result result) {
        return result.figure("creates") >= KEPT_UP * result.parameter("rate");
    }
}
