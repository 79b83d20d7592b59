package io.tandem.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Some people take snapshots of a large workspace over HTTP, compressed, each the next as soon as they have the last. */
record BigSnapshot(int tasks, int readers) implements Scenario {

    private static final double MEGA = 1 << 20;
    private static final int PUBLISHERS = 32;

    @Override
    public List<Result> run(Rig rig) {
        int size = rig.options().number("tasks", tasks);
        int people = rig.options().number("readers", readers);
        Workspace workspace = rig.api().workspace("Big");
        fill(rig, workspace, size);
        Reading reading = new Reading(rig.api(), workspace);
        reading.repeat(people, rig.options().warmupSeconds());
        reading.reset();
        Usage before = rig.server().usage();
        double seconds = reading.repeat(people, rig.options().seconds());
        Usage usage = rig.server().usage().since(before);
        return List.of(reading.result(size, people, seconds, usage));
    }

    private static void fill(Rig rig, Workspace workspace, int size) {
        List<Publisher> publishers = rig.publishers(PUBLISHERS);
        for (int done = 0; done < size; done += PUBLISHERS) {
            int now = Math.min(PUBLISHERS, size - done);
            rig.sockets().on(() -> publishers.subList(0, now).forEach(publisher -> {
                publisher.create(workspace, System.nanoTime());
                publisher.flush();
            }));
            rig.await(() -> publishers.stream().allMatch(publisher -> publisher.unanswered() == 0));
        }
    }

    private static final class Reading {

        private final Api api;
        private final String path;
        private final Histogram first = new ConcurrentHistogram(3);
        private final Histogram whole = new ConcurrentHistogram(3);
        private final AtomicLong bytes = new AtomicLong();

        Reading(Api api, Workspace workspace) {
            this.api = api;
            path = "/api/workspaces/" + workspace.id() + "/snapshot";
        }

        void reset() {
            first.reset();
            whole.reset();
            bytes.set(0);
        }

        double repeat(int people, int seconds) {
            long from = System.nanoTime();
            long until = from + seconds * 1_000_000_000L;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture.allOf(IntStream.range(0, people)
                                .mapToObj(n -> CompletableFuture.runAsync(() -> readUntil(until), threads))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            return (System.nanoTime() - from) / 1e9;
        }

        private void readUntil(long until) {
            while (System.nanoTime() < until) {
                long from = System.nanoTime();
                long read = api.countBytes(path, () -> first.recordValue(System.nanoTime() - from));
                whole.recordValue(System.nanoTime() - from);
                bytes.addAndGet(read);
            }
        }

        Result result(int tasks, int readers, double seconds, Usage usage) {
            double count = whole.getTotalCount();
            Result.Sheet figures = new Result.Sheet()
                    .add("snapshots", count / seconds, "/s")
                    .add("size compressed", bytes.get() / count / MEGA, "MB")
                    .latency("first byte", first)
                    .latency("whole", whole)
                    .add("server cpu per snapshot", 1000 * usage.server() / count, "ms")
                    .add("postgres cpu per snapshot", 1000 * usage.postgres() / count, "ms")
                    .add("tool cpu", 100 * usage.tool() / seconds, "%");
            Result.Sheet parameters = new Result.Sheet().add("tasks", tasks).add("readers", readers);
            return new Result("snapshot", parameters.figures(), figures.figures());
        }
    }
}
