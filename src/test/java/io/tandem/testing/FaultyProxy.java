package io.tandem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that does what networks do: it cuts, falls silent, stalls and delays. With several servers behind it each new
 * connection goes to the next one that answers.
 */
public final class FaultyProxy implements AutoCloseable {

    private static final int CONNECT_MS = 1_000;

    private final int windowBytes;
    private final ServerSocket door;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<InetSocketAddress> servers;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean swallowing;

    private FaultyProxy(List<URI> servers, int windowBytes) {
        this.windowBytes = windowBytes;
        this.servers = addresses(servers);
        try {
            this.door = new ServerSocket();
            if (windowBytes > 0) door.setReceiveBufferSize(windowBytes);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static FaultyProxy to(URI... servers) {
        return new FaultyProxy(List.of(servers), 0);
    }

    /** With small buffers, so that a server soon feels that nobody reads. */
    public static FaultyProxy narrow(int windowBytes, URI... servers) {
        return new FaultyProxy(List.of(servers), windowBytes);
    }

    private static List<InetSocketAddress> addresses(List<URI> servers) {
        return servers.stream()
                .map(server -> new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
                .toList();
    }

    public int port() {
        return door.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Where connections go from now on. */
    public void leadTo(URI... others) {
        servers = addresses(List.of(others));
    }

    /** Ends every connection, on both sides. */
    public void cut() {
        links.forEach(ProxyLink::close);
    }

    /**
     * Lets a part of the connections fall silent: both ends go on believing in them, and what the server says is swallowed; in
     * every other of them what the client says too.
     */
    public void silence(double share, Random random) {
        links.stream().filter(link -> random.nextDouble() < share).forEach(link -> link.silence(random.nextBoolean()));
    }

    /** Lets all of them fall silent, and new ones too: they are accepted, and never answered. */
    public void blackhole() {
        swallowing = true;
        links.forEach(link -> link.silence(true));
    }

    /** Passes on nothing more from the servers until it is healed, and reads one more piece at most. */
    public void stall() {
        gate = new CountDownLatch(1);
    }

    /** Holds back whatever passes, piece by piece. */
    public void delay(Duration time) {
        delay = time;
    }

    /** All is well again; connections that had fallen silent are beyond help and end. */
    public void heal() {
        swallowing = false;
        delay = Duration.ZERO;
        gate.countDown();
        links.stream().filter(ProxyLink::isSilent).forEach(ProxyLink::close);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> open(client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void open(Socket client) {
        try {
            client.setTcpNoDelay(true);
            Socket server = swallowing ? new Socket() : connect();
            if (server == null) client.close();
            else run(new ProxyLink(client, server, this));
        } catch (IOException gone) {
            // Whoever knocked went away.
        }
    }

    private void run(ProxyLink link) throws IOException {
        links.add(link);
        try {
            if (swallowing) link.silence(true);
            if (door.isClosed()) link.close();
            link.run();
        } finally {
            links.remove(link);
        }
    }

    private @Nullable Socket connect() {
        List<InetSocketAddress> known = servers;
        for (int tried = 0; tried < known.size(); tried++) {
            Socket server = new Socket();
            try {
                if (windowBytes > 0) server.setReceiveBufferSize(windowBytes);
                server.setTcpNoDelay(true);
                server.connect(known.get(Math.floorMod(turn.getAndIncrement(), known.size())), CONNECT_MS);
                return server;
            } catch (IOException refused) {
                ProxyLink.close(server);
            }
        }
        return null;
    }

    /** Waits at the closed gate, and as long as what passes is held back. */
    void hold() throws InterruptedException {
        gate.await();
        // Nobody counts it down: the wait is the delay.
        if (!delay.isZero()) new CountDownLatch(1).await(delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        try {
            door.close();
            heal();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
