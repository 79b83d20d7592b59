package io.tandem.bench;

import java.util.List;

/** Workspaces with people who publish and people who follow, all connected. */
record Stage(Rig rig, List<Workspace> workspaces, List<Subscriber> subscribers, List<Publisher> publishers) {

    static Stage set(Rig rig, int workspaces, int subscribers, int publishers) {
        List<Workspace> made = rig.api().workspaces(workspaces);
        return new Stage(rig, made, rig.subscribe(made, subscribers), rig.publishers(publishers));
    }

    /** Runs a load without measuring: code that has not been compiled yet is not what a server is like. */
    void warmUp(Load load) {
        rig.sockets().on(load::start);
        rig.sockets().pass(rig.options().warmupSeconds() * 1000L);
        end(load);
    }

    /** Runs a load and measures it once it is under way. Afterwards everybody must have everything. */
    Window measure(Load load) {
        rig.sockets().on(load::start);
        rig.sockets().pass(rig.options().settleMs());
        Window window = rig.window(rig.options().seconds() * 1000L);
        end(load);
        return window;
    }

    private void end(Load load) {
        rig.sockets().on(load::stop);
        rig.await(() -> publishers.stream().allMatch(publisher -> publisher.unanswered() == 0));
        rig.await(() -> subscribers.stream().allMatch(Subscriber::hasEverything));
        rig.sockets().on(() -> subscribers.forEach(Subscriber::countMissing));
    }
}
