package io.tandem.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket written past Vert.x's own queue: frames that were encoded once go straight into Netty's buffer and leave
 * with one flush per tick. The only class that knows the insides of Vert.x's
 * connections; {@link PlainWire} serves where they are missing.
 */
final class WebSocketWire implements Wire {

    private static final int CLOSING_SECONDS = 5;

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

    /**
     * Vert.x Web hands out a wrapped socket; the channel is found through the connection it came on.
     *
     * @param connection of the upgraded request
     */
    static Wire of(ServerWebSocket socket, HttpConnection connection, int bufferBytesMax) {
        ChannelHandlerContext channel = channel(connection);
        return channel != null && channel.executor().inEventLoop()
                ? new WebSocketWire(socket, channel, bufferBytesMax)
                : new PlainWire(socket, bufferBytesMax);
    }

    private static @Nullable ChannelHandlerContext channel(HttpConnection connection) {
        return connection instanceof ConnectionBase known
                ? known.channel().pipeline().context(VertxHandler.class)
                : null;
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

    /** Behind what a reader that stands still does not take, a close frame would wait for ever, and the socket with it. */
    @Override
    public void close(CloseCode code) {
        channel.flush();
        socket.close((short) code.number, code.reason);
        channel.executor().schedule(() -> channel.close(), CLOSING_SECONDS, TimeUnit.SECONDS);
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
