package io.tandem.bench;

import java.util.List;

/**
 * As fast as the server answers: every publisher creates some tasks in one breath, waits for all the answers and goes on.
 * Measures what can be done at most; its latencies say nothing about a server that is not full.
 */
final class ClosedLoop implements Load {

    private final List<Publisher> publishers;
    private final List<Workspace> workspaces;
    private final int burst;
    private int nextWorkspace;
    private boolean running;

    ClosedLoop(List<Publisher> publishers, List<Workspace> workspaces, int burst) {
        this.publishers = publishers;
        this.workspaces = workspaces;
        this.burst = burst;
    }

    @Override
    public void start() {
        running = true;
        for (Publisher publisher : publishers) {
            publisher.onAnswer(() -> {
                if (running && publisher.unanswered() == 0) breathe(publisher);
            });
            breathe(publisher);
        }
    }

    private void breathe(Publisher publisher) {
        long now = System.nanoTime();
        for (int i = 0; i < burst; i++) {
            publisher.create(workspaces.get(nextWorkspace++ % workspaces.size()), now);
        }
        publisher.flush();
    }

    @Override
    public void stop() {
        running = false;
    }
}
