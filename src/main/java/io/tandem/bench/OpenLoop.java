package io.tandem.bench;

import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * At fixed times, whether or not the server has answered: as many people do who know nothing of each other. What the server
 * or this tool is late with is part of the latency, for that counts from the time it was due.
 */
final class OpenLoop implements Load {

    private final EventLoopGroup loop;
    private final List<Publisher> publishers;
    private final List<Workspace> workspaces;
    private final double perSecond;
    private Schedule schedule;
    private long created;
    private boolean running;

    OpenLoop(EventLoopGroup loop, List<Publisher> publishers, List<Workspace> workspaces, double perSecond) {
        this.loop = loop;
        this.publishers = publishers;
        this.workspaces = workspaces;
        this.perSecond = perSecond;
        schedule = new Schedule(0, perSecond);
    }

    @Override
    public void start() {
        running = true;
        schedule = new Schedule(System.nanoTime(), perSecond);
        created = 0;
        createWhatIsDue();
    }

    private void createWhatIsDue() {
        if (!running) return;
        long now = System.nanoTime();
        for (long due = schedule.due(created); due <= now; due = schedule.due(created)) {
            Publisher publisher = publishers.get((int) (created % publishers.size()));
            publisher.create(workspaces.get((int) (created % workspaces.size())), due);
            publisher.flush();
            created++;
        }
        loop.schedule(this::createWhatIsDue, schedule.due(created) - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        running = false;
    }
}
