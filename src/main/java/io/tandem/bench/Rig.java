package io.tandem.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a scenario runs on: a server, a person, sockets, and the tally of what is measured. */
final class Rig implements AutoCloseable {

    private static final int CONNECT_AT_A_TIME = 50;
    private static final int CONNECT_SECONDS = 300;
    private static final int DRAIN_MS = 20_000;
    private static final int LOOK_MS = 10;

    private final Options options;
    private final Server server;
    private final Api api;
    private final Sockets sockets;
    private final Tally tally = new Tally();
    private final long startNanos = System.nanoTime();
    private final long startWallMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private long operations;

    Rig(Options options, Server server) {
        this.options = options;
        this.server = server;
        api = Api.register(server.url());
        sockets = new Sockets(server.url());
    }

    Options options() {
        return options;
    }

    Server server() {
        return server;
    }

    Api api() {
        return api;
    }

    Sockets sockets() {
        return sockets;
    }

    Tally tally() {
        return tally;
    }

    long nextOperation() {
        return operations++;
    }

    long wallMicros(long nanos) {
        return startWallMicros + (nanos - startNanos) / 1000;
    }

    /** @param count evenly spread over the workspaces */
    List<Subscriber> subscribe(List<Workspace> workspaces, int count) {
        List<Subscriber> subscribers = IntStream.range(0, count)
                .mapToObj(n -> new Subscriber(this, workspaces.get(n % workspaces.size()), api.token()))
                .toList();
        connect(subscribers);
        return subscribers;
    }

    List<Publisher> publishers(int count) {
        List<Publisher> publishers =
                IntStream.range(0, count).mapToObj(n -> new Publisher(this)).toList();
        connectAll(publishers.stream()
                .<Supplier<CompletableFuture<Void>>>map(publisher -> publisher::connect)
                .toList());
        return publishers;
    }

    /** Done when they have all they missed. */
    void connect(List<Subscriber> subscribers) {
        connectAll(subscribers.stream()
                .<Supplier<CompletableFuture<Void>>>map(subscriber -> subscriber::connect)
                .toList());
    }

    private void connectAll(List<Supplier<CompletableFuture<Void>>> each) {
        BenchException.join(sockets.all(each, CONNECT_AT_A_TIME), CONNECT_SECONDS, "Not everybody was let in");
    }

    /** What happens from now on for so long. */
    Window window(long millis) {
        Stretch stretch = Stretch.begin(this);
        sockets.pass(millis);
        return stretch.end();
    }

    /** Looks on the event loop until it is so; answers whether it became so in time. */
    boolean await(BooleanSupplier state) {
        for (int waited = 0; waited < DRAIN_MS; waited += LOOK_MS) {
            if (sockets.on(state::getAsBoolean)) return true;
            sockets.pass(LOOK_MS);
        }
        return false;
    }

    @Override
    public void close() {
        sockets.close();
    }
}
