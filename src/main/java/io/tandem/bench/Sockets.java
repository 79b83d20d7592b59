package io.tandem.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All sockets of this tool, on one event loop: one core is what it may use, and nothing has to be shared. */
final class Sockets implements AutoCloseable {

    private static final int CONNECT_MS = 60_000;
    private static final int HEARTBEAT_SECONDS = 30;
    private static final int HEARTBEAT_TICKS = 300;
    private static final int NO_CONNECTION = 0;
    private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";

    private final EventLoopGroup loop;
    private final Bootstrap bootstrap;
    private final Message message = new Message();
    private final List<Socket> open = new ArrayList<>();
    private int nextHeartbeat;

    Sockets(URI server) {
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bench", true), io);
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
                .remoteAddress(new InetSocketAddress(server.getHost(), port(server)));
        long every = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS) / HEARTBEAT_TICKS;
        loop.scheduleAtFixedRate(this::heartbeats, every, every, TimeUnit.NANOSECONDS);
    }

    private static int port(URI server) {
        return server.getPort() == -1 ? 80 : server.getPort();
    }

    /** Call it on the event loop. A connection that fails is lost by its ear. */
    Socket connect(String address, Ear ear) {
        Socket socket = new Socket(address, ear, message);
        open.add(socket);
        bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(socket);
                    }
                })
                .connect()
                .addListener(done -> {
                    if (!done.isSuccess()) socket.lose(NO_CONNECTION);
                });
        return socket;
    }

    /** Each says one every 30 s, evenly spread. */
    private void heartbeats() {
        open.removeIf(Socket::isOver);
        int share = (open.size() + HEARTBEAT_TICKS - 1) / HEARTBEAT_TICKS;
        for (int i = 0; i < share; i++) {
            nextHeartbeat = nextHeartbeat + 1 >= open.size() ? 0 : nextHeartbeat + 1;
            Socket socket = open.get(nextHeartbeat);
            socket.say(HEARTBEAT);
            socket.flush();
        }
    }

    /**
     * Does all of these, some at a time, so that the server's backlog does not overflow.
     *
     * @param each run on the event loop
     */
    CompletableFuture<Void> all(List<? extends Supplier<CompletableFuture<Void>>> each, int atATime) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Gang gang = new Gang(each, done);
        loop.execute(() -> {
            for (int i = 0; i < Math.max(1, atATime); i++) gang.next();
        });
        return done;
    }

    private static final class Gang {
        private final List<? extends Supplier<CompletableFuture<Void>>> each;
        private final CompletableFuture<Void> done;
        private int begun;
        private int ended;

        Gang(List<? extends Supplier<CompletableFuture<Void>>> each, CompletableFuture<Void> done) {
            this.each = each;
            this.done = done;
        }

        private void next() {
            if (begun == each.size()) return;
            each.get(begun++).get().whenComplete((nothing, failure) -> {
                if (failure != null) done.completeExceptionally(failure);
                else if (++ended == each.size()) done.complete(null);
                else next();
            });
        }
    }

    EventLoopGroup loop() {
        return loop;
    }

    /** Runs something on the event loop and waits for it. */
    <T> T on(Callable<T> work) {
        return loop.submit(work).syncUninterruptibly().getNow();
    }

    void on(Runnable work) {
        loop.submit(work).syncUninterruptibly();
    }

    /** Lets time pass; the sockets go on. */
    void pass(long millis) {
        loop.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }

    /** Everything that is open is over, without a word. */
    void cutAll() {
        on(() -> {
            open.forEach(Socket::cut);
            open.clear();
        });
    }

    @Override
    public void close() {
        cutAll();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
