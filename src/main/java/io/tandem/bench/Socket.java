package io.tandem.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket as this tool needs it: it shakes hands, says text and hears text. Its masks are zeros, which is a mask like
 * any other and costs nothing. Belongs to the event loop.
 */
final class Socket extends ChannelInboundHandlerAdapter implements Frames.Listener {

    private static final int TEXT = 0x81;
    private static final int PONG = 0x8a;
    private static final int MASKED = 0x80;
    private static final int ABNORMAL = 1006;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final String address;
    private final Ear ear;
    private final Message message;
    private @Nullable ChannelHandlerContext channel;
    private @Nullable ByteBuf rest;
    private boolean open;
    private boolean over;
    private long readNanos;

    /** @param address path and query */
    Socket(String address, Ear ear, Message message) {
        this.address = address;
        this.ear = ear;
        this.message = message;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context;
        if (over) {
            context.close();
            return;
        }
        String hello = "GET " + address + " HTTP/1.1\r\nHost: tandem\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        context.writeAndFlush(Unpooled.copiedBuffer(hello, StandardCharsets.US_ASCII), context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        readNanos = System.nanoTime();
        ByteBuf in = joined((ByteBuf) read);
        try {
            if (!open) open = shakesHands(in);
            if (open) Frames.read(in, this);
            rest = in.isReadable() && !over ? in.readBytes(in.readableBytes()) : null;
        } finally {
            in.release();
        }
    }

    private ByteBuf joined(ByteBuf in) {
        if (rest == null) return in;
        ByteBuf whole = rest.writeBytes(in);
        rest = null;
        in.release();
        return whole;
    }

    private boolean shakesHands(ByteBuf in) {
        int end = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(HEAD_END), in);
        if (end < 0) return false;
        String head = in.toString(in.readerIndex(), end - in.readerIndex(), StandardCharsets.US_ASCII);
        in.readerIndex(end + HEAD_END.length);
        if (head.startsWith("HTTP/1.1 101 ")) return true;
        lose(ABNORMAL);
        return false;
    }

    @Override
    public void text(ByteBuf in, int from, int to) {
        if (over) return;
        message.show(in, from, to);
        ear.hears(this, message, readNanos);
    }

    @Override
    public void ping(ByteBuf in, int from, int to) {
        write(PONG, in.slice(from, to - from));
        flush();
    }

    @Override
    public void close(int code) {
        lose(code);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lose(ABNORMAL);
        if (rest != null) rest.release();
        rest = null;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        lose(ABNORMAL);
    }

    /** Ends it and says so, once. */
    void lose(int code) {
        if (over) return;
        cut();
        ear.loses(this, code);
    }

    /** Ends it without a word, as a network does. */
    void cut() {
        over = true;
        if (channel != null) channel.close();
    }

    /** Writes without sending: {@link #flush} does. */
    void say(String text) {
        write(TEXT, Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
    }

    void flush() {
        if (channel != null) channel.flush();
    }

    private void write(int head, ByteBuf payload) {
        if (channel == null || over) return;
        int length = payload.readableBytes();
        ByteBuf frame = channel.alloc().directBuffer(length + 14);
        frame.writeByte(head);
        if (length < 126) frame.writeByte(MASKED | length);
        else frame.writeByte(MASKED | 126).writeShort(length);
        frame.writeInt(0).writeBytes(payload);
        channel.write(frame, channel.voidPromise());
    }

    boolean isOver() {
        return over;
    }
}
