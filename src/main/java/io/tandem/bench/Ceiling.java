package io.tandem.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the tool itself can take, from a source in the same process: all a follower does, for the processor time of the event
 * loop that does it. A result that comes near it says nothing about the server.
 *
 * @param atOnce events that come in one read, one result each
 */
record Ceiling(int sockets, List<Integer> atOnce) implements Scenario {

    @Override
    public List<Result> run(Rig rig) {
        int count = rig.options().number("subscribers", sockets);
        return atOnce.stream().map(events -> measure(rig, count, events)).toList();
    }

    private static Result measure(Rig rig, int count, int events) {
        Tally tally = new Tally();
        AtomicLong received = new AtomicLong();
        try (Source source = new Source();
                Sockets sockets = new Sockets(source.url())) {
            sockets.on(() -> {
                for (int i = 0; i < count; i++) sockets.connect("/", new Taker(tally, received));
            });
            sockets.pass(rig.options().settleMs());
            source.send(events, received::get);
            sockets.pass(rig.options().warmupSeconds() * 500L);
            long delivered = received.get();
            long cpu = cpuNanos(sockets);
            sockets.pass(rig.options().seconds() * 500L);
            double perSecond = (received.get() - delivered) * 1e9 / Math.max(1, cpuNanos(sockets) - cpu);
            Result.Sheet figures = new Result.Sheet()
                    .add("deliveries per loop cpu second", perSecond)
                    .faults(tally);
            Result.Sheet parameters = new Result.Sheet().add("sockets", count).add("events per read", events);
            return new Result("tool", parameters.figures(), figures.figures());
        }
    }

    private static long cpuNanos(Sockets sockets) {
        return sockets.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** As much work as a {@link Subscriber} has with an event. */
    private static final class Taker implements Ear {

        private final Tally tally;
        private final AtomicLong received;
        private final Positions position;

        Taker(Tally tally, AtomicLong received) {
            this.tally = tally;
            this.received = received;
            position = new Positions(tally);
        }

        @Override
        public void hears(Socket socket, Message message, long nanos) {
            if (!position.isKnown()) position.startBehind(message.seq() - 1);
            position.came(message.seq());
            tally.delivered++;
            Tally.record(tally.requestToFrame, nanos - message.operationNumber());
            Tally.record(tally.changeToFrame, message.ageMicros(nanos / 1_000) * 1_000);
            received.incrementAndGet();
        }

        @Override
        public void loses(Socket socket, int closeCode) {
            tally.disconnects++;
        }
    }
}
