package io.tandem.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Frames as a client writes them, byte for byte: masked, whole or in pieces, right or wrong. */
final class ClientFrames {

    static final int FIN = 0x80;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};
    private static final int MASKED = 0x80;

    private ClientFrames() {}

    static byte[] text(String text) {
        return frame(FIN | TEXT, text);
    }

    static byte[] frame(int first, String text) {
        return frame(first, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first the flags and the opcode */
    static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) frame.put((byte) (MASKED | payload.length));
        else if (payload.length <= 0xFFFF) frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        else frame.put((byte) (MASKED | 127)).putLong(payload.length);
        return written(frame.put(MASK).put(masked(payload)));
    }

    static byte[] close(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return frame(
                FIN | CLOSE,
                written(ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)));
    }

    static byte[] together(byte[]... frames) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(frames).mapToInt(frame -> frame.length).sum());
        Stream.of(frames).forEach(all::put);
        return written(all);
    }

    private static byte[] masked(byte[] payload) {
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) masked[i] ^= MASK[i % MASK.length];
        return masked;
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
