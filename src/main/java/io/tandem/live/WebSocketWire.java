package io.tandem.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.tandem.platform.Trace;
import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket that has its channel to itself. Behind the handshake Vert.x is let go, with the request and the 8 KB it
 * keeps for a connection; from then on frames are read strictly, and frames that were encoded once go straight into
 * Netty's buffer and leave with one flush per tick. The only class that knows the insides of Vert.x's connections;
 * {@link PlainWire} serves where they are missing.
 */
final class WebSocketWire extends ChannelInboundHandlerAdapter implements Wire, FrameReader.Listener {

    private static final Logger logger = LoggerFactory.getLogger(WebSocketWire.class);
    private static final int CLOSING_SECONDS = 5;
    private static final int CUT_OFF = 1006;

    private final Channel channel;
    private final Context context;
    private final FrameReader reader;
    private Wire.Listener listener = Nobody.INSTANCE;
    private Runnable drained = () -> {};
    private @Nullable ByteBuf unread;
    private boolean reading;
    private boolean paused;
    private boolean deaf;
    private boolean closing;
    private int code = CUT_OFF;

    WebSocketWire(Channel channel, Context context, int messageBytesMax, int bufferBytesMax) {
        this.channel = channel;
        this.context = context;
        reader = new FrameReader(this, messageBytesMax);
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(bufferBytesMax / 2, bufferBytesMax));
    }

    /**
     * Vert.x Web hands out a wrapped socket; the channel is found through the connection it came on.
     *
     * @param connection of the upgraded request, whose handshake is written
     * @param context what arrives is told in it
     */
    static Wire of(
            ServerWebSocket socket,
            HttpConnection connection,
            Context context,
            int messageBytesMax,
            int bufferBytesMax) {
        ChannelHandlerContext vertx = handler(connection);
        return vertx != null && vertx.executor().inEventLoop() && isUpgraded(vertx.pipeline())
                ? take(vertx, new WebSocketWire(vertx.channel(), context, messageBytesMax, bufferBytesMax))
                : new PlainWire(socket, bufferBytesMax);
    }

    private static @Nullable ChannelHandlerContext handler(HttpConnection connection) {
        return connection instanceof ConnectionBase known
                ? known.channel().pipeline().context(VertxHandler.class)
                : null;
    }

    private static boolean isUpgraded(ChannelPipeline pipeline) {
        return pipeline.get(HttpResponseEncoder.class) == null;
    }

    /**
     * For Vert.x the connection ends here, so that what it counts adds up. Its handlers go from the last to the first: what
     * one of them has read already it hands on to the next.
     */
    private static Wire take(ChannelHandlerContext vertx, WebSocketWire wire) {
        ((VertxHandler<?>) vertx.handler()).channelInactive(vertx);
        ChannelPipeline pipeline = vertx.pipeline();
        List<ChannelHandler> before = List.copyOf(pipeline.toMap().values());
        pipeline.addLast(wire);
        for (ChannelHandler handler : before.reversed()) {
            if (!(handler instanceof SslHandler)) pipeline.remove(handler);
        }
        return wire;
    }

    @Override
    public void listen(Wire.Listener to) {
        listener = to;
        readOn();
    }

    @Override
    public void send(Frame frame) {
        if (!closing) channel.write(frame.webSocket().retainedDuplicate(), channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean isFull() {
        return !channel.isWritable();
    }

    @Override
    public void onDrain(Runnable room) {
        drained = room;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext at) {
        if (channel.isWritable()) drained.run();
    }

    @Override
    public void pause() {
        paused = true;
        channel.config().setAutoRead(false);
    }

    @Override
    public void resume() {
        paused = false;
        channel.config().setAutoRead(true);
        readOn();
    }

    @Override
    public void channelRead(ChannelHandlerContext at, Object message) {
        if (deaf || !(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        unread = unread == null ? bytes : Unpooled.wrappedBuffer(unread, bytes);
        readOn();
    }

    /** Also called by what a message does: whoever is reading already goes on. */
    private void readOn() {
        if (reading || unread == null || listener == Nobody.INSTANCE) return;
        reading = true;
        Trace.within(context, this::read);
        reading = false;
        if (deaf || (unread != null && !unread.isReadable())) forget();
    }

    private void read() {
        boolean more = true;
        while (more && !paused && unread != null) more = reader.next(unread);
    }

    private void forget() {
        ReferenceCountUtil.release(unread);
        unread = null;
    }

    @Override
    public void text(String message) {
        if (!closing) listener.hear(message);
    }

    @Override
    public void binary(byte[] message) {
        if (!closing) listener.hearBytes(message);
    }

    /** Who does not read the answers gets none: they would pile up here, and are never counted. */
    @Override
    public void pinged(byte[] payload) {
        if (!closing && channel.isWritable()) channel.writeAndFlush(ControlFrame.pong(payload), channel.voidPromise());
    }

    @Override
    public void tooLarge() {
        deaf = true;
        listener.hearTooMuch();
    }

    @Override
    public void broken(int why, String reason) {
        deaf = true;
        end(why, reason);
        listener.gone(CloseCode.word(why));
    }

    /** Whoever closes is told the same, then the connection ends; an answer to our own close frame ends it at once. */
    @Override
    public void closed(int why) {
        deaf = true;
        code = why;
        if (closing) channel.close();
        else end(why, "");
        listener.gone(CloseCode.word(why));
    }

    @Override
    public void close(CloseCode why) {
        end(why.number, why.reason);
    }

    /** Behind what a reader that stands still does not take, a close frame would wait for ever, and the socket with it. */
    private void end(int why, String reason) {
        if (closing) return;
        closing = true;
        channel.writeAndFlush(ControlFrame.close(why, reason)).addListener(said -> hangUp());
        paused = false;
        channel.config().setAutoRead(true);
        channel.eventLoop().schedule(() -> channel.close(), CLOSING_SECONDS, TimeUnit.SECONDS);
        readOn();
    }

    /**
     * Who was closed may answer, who is not understood has nothing more to say. The connection stays open to
     * the other side's end of it: closing it over what is not read yet would take the close frame away from its reader.
     */
    private void hangUp() {
        if (code != CUT_OFF) channel.close();
        else if (deaf && channel instanceof DuplexChannel duplex) duplex.shutdownOutput();
    }

    @Override
    public void channelInactive(ChannelHandlerContext at) {
        forget();
        Trace.within(context, () -> listener.gone(CloseCode.word(code)));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext at, Throwable failure) {
        logger.debug("A socket broke", failure);
        channel.close();
    }

    /** Before there is a listener nothing is read, so nobody misses anything. */
    private static final class Nobody implements Wire.Listener {
        private static final Wire.Listener INSTANCE = new Nobody();

        @Override
        public void hear(String text) {}

        @Override
        public void hearBytes(byte[] bytes) {}

        @Override
        public void hearTooMuch() {}

        @Override
        public void gone(String code) {}
    }
}
