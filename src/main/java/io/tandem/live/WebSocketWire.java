package io.tandem.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * A WebSocket written past Vert.x's own queue: frames that were encoded once go straight into Netty's buffer and leave
 * with one flush per tick. The only class that knows Vert.x's internals; {@link PlainWire} serves where they are missing.
 */
final class WebSocketWire implements Wire {

    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private Runnable drained = () -> {};

    private WebSocketWire(ServerWebSocket socket, ChannelHandlerContext channel, int bufferBytesMax) {
        this.socket = socket;
        this.channel = channel;
        channel.channel()
                .config()
                .setWriteBufferWaterMark(new WriteBufferWaterMark(bufferBytesMax / 2, bufferBytesMax));
        channel.pipeline().addBefore(channel.name(), "tandem-drain", new Drain());
    }

    static Wire of(ServerWebSocket socket, int bufferBytesMax) {
        if (socket instanceof WebSocketInternal internal && isUsable(internal.channelHandlerContext())) {
            return new WebSocketWire(socket, internal.channelHandlerContext(), bufferBytesMax);
        }
        return new PlainWire(socket, bufferBytesMax);
    }

    private static boolean isUsable(ChannelHandlerContext channel) {
        return channel.executor().inEventLoop() && !channel.isRemoved();
    }

    @Override
    public void send(Frame frame) {
        channel.write(frame.webSocket().retainedDuplicate(), channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean isFull() {
        return !channel.channel().isWritable();
    }

    @Override
    public void onDrain(Runnable listener) {
        drained = listener;
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    @Override
    public void close(CloseCode code) {
        channel.flush();
        socket.close((short) code.number, code.reason);
    }

    /** Netty tells of writability on the pipeline only. */
    private final class Drain extends ChannelInboundHandlerAdapter {
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable()) drained.run();
            context.fireChannelWritabilityChanged();
        }
    }
}
