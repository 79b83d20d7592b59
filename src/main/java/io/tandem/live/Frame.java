package io.tandem.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent, encoded once for all sockets of an event loop. The complete WebSocket frame lies in memory
 * that the garbage collector frees, so that a ring of frames may simply forget them.
 */
final class Frame {

    private static final int FIN_TEXT = 0x81;
    private static final int LENGTH_16_BIT = 126;
    private static final int LENGTH_64_BIT = 127;

    private final String text;
    private final boolean shared;
    private @Nullable ByteBuf webSocket;

    /** For many sockets: in memory that the system takes as it is. */
    Frame(String text) {
        this(text, true);
    }

    private Frame(String text, boolean shared) {
        this.text = text;
        this.shared = shared;
    }

    /** For one socket: memory outside the heap costs more to get than what is sent once saves by it. */
    static Frame forOne(String text) {
        return new Frame(text, false);
    }

    /** The message's JSON, for transports that frame it themselves. */
    String text() {
        return text;
    }

    /** Header and payload (RFC 6455, section 5.2; a server does not mask). Write a retained duplicate of it. */
    ByteBuf webSocket() {
        if (webSocket == null) webSocket = encode(text.getBytes(StandardCharsets.UTF_8));
        return webSocket;
    }

    private ByteBuf encode(byte[] payload) {
        int bytes = headerBytes(payload.length) + payload.length;
        ByteBuffer frame = shared ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
        frame.put((byte) FIN_TEXT);
        if (payload.length < LENGTH_16_BIT) frame.put((byte) payload.length);
        else if (payload.length <= 0xFFFF) frame.put((byte) LENGTH_16_BIT).putShort((short) payload.length);
        else frame.put((byte) LENGTH_64_BIT).putLong(payload.length);
        return Unpooled.wrappedBuffer(frame.put(payload).flip());
    }

    private static int headerBytes(int payload) {
        if (payload < LENGTH_16_BIT) return 2;
        return payload <= 0xFFFF ? 4 : 10;
    }
}
