package io.tandem.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Sends events that nobody made, as fast as they are taken: to find out how much the tool itself can take. */
final class Source implements AutoCloseable {

    private static final String ACCEPTED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    private static final long LOOK_MICROS = 50;
    private static final int HEAD = 0x81;
    private static final int MEDIUM = 126;

    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("source", true), NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final Channel server;
    private long seq;
    private long sent;

    Source() {
        server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Greeting());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
    }

    /**
     * Sends on and on: the next events when all have the last.
     *
     * @param atOnce events in one write
     * @param received how many have been, by all together
     */
    void send(int atOnce, LongSupplier received) {
        loop.execute(() -> next(atOnce, received));
    }

    private void next(int atOnce, LongSupplier received) {
        if (received.getAsLong() >= sent) round(atOnce);
        loop.schedule(() -> next(atOnce, received), LOOK_MICROS, TimeUnit.MICROSECONDS);
    }

    private void round(int atOnce) {
        ByteBuf events = Unpooled.directBuffer();
        for (int i = 0; i < atOnce; i++) append(events, ++seq);
        for (Channel channel : channels) channel.writeAndFlush(events.retainedDuplicate(), channel.voidPromise());
        events.release();
        sent += (long) atOnce * channels.size();
    }

    private static void append(ByteBuf events, long seq) {
        byte[] event = ("{\"type\":\"task.created\",\"workspace_id\":\"0199a1b2-0000-7000-8000-000000000001\",\"seq\":"
                        + seq
                        + ",\"timestamp\":\"2026-11-28T15:00:00.000Z\",\"actor\":{\"id\":\"0199a1b2-0000-7000-8000-000000000002\","
                        + "\"name\":\"Ada\"},\"operation_id\":\"" + System.nanoTime() + "-1\",\"data\":{\"title\":\""
                        + "Water the plants ".repeat(25) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        events.writeByte(HEAD).writeByte(MEDIUM).writeShort(event.length).writeBytes(event);
    }

    private final class Greeting extends ChannelInboundHandlerAdapter {

        private boolean greeted;

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ReferenceCountUtil.release(read);
            if (greeted) return;
            greeted = true;
            context.writeAndFlush(Unpooled.copiedBuffer(ACCEPTED, StandardCharsets.US_ASCII));
            channels.add(context.channel());
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
