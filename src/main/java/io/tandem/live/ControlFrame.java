package io.tandem.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The frames that carry no message (RFC 6455, section 5.5): at most 125 bytes, in one piece, and not masked by a server. */
final class ControlFrame {

    private static final int FIN_CLOSE = 0x88;
    private static final int FIN_PONG = 0x8A;
    private static final int HEADER_BYTES = 2;

    private ControlFrame() {}

    /** @param payload of the ping that is answered */
    static ByteBuf pong(byte[] payload) {
        return frame(FIN_PONG, payload.length).writeBytes(payload);
    }

    /** @param code {@link FrameReader#NO_CODE} for none */
    static ByteBuf close(int code, String reason) {
        if (code == FrameReader.NO_CODE) return frame(FIN_CLOSE, 0);
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return frame(FIN_CLOSE, Short.BYTES + words.length).writeShort(code).writeBytes(words);
    }

    private static ByteBuf frame(int first, int payloadBytes) {
        return Unpooled.buffer(HEADER_BYTES + payloadBytes).writeByte(first).writeByte(payloadBytes);
    }
}
