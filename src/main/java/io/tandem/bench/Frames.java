package io.tandem.bench;

import io.netty.buffer.ByteBuf;

/**
 * Cuts what comes from a socket into the frames of a WebSocket, in place: no frame is copied, but for one whose end has not
 * come yet. Knows what a Tandem sends: whole, unmasked frames.
 */
final class Frames {

    /** Hears of each frame; {@code from} and {@code to} are only good during the call. */
    interface Listener {
        void text(ByteBuf in, int from, int to);

        void ping(ByteBuf in, int from, int to);

        void close(int code);
    }

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int NO_CODE = 1005;

    private Frames() {}

    /** Reads whole frames and moves the reader index behind them; what is left is the beginning of another. */
    static void read(ByteBuf in, Listener listener) {
        while (in.readableBytes() >= 2) {
            int start = in.readerIndex();
            int payload = start + headerBytes(in, start);
            if (payload > in.writerIndex()) return;
            long end = payload + length(in, start);
            if (end > in.writerIndex()) return;
            in.readerIndex((int) end);
            tell(in, in.getByte(start) & 0x0f, payload, (int) end, listener);
        }
    }

    private static int headerBytes(ByteBuf in, int start) {
        return switch (in.getByte(start + 1) & 0x7f) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private static long length(ByteBuf in, int start) {
        int small = in.getByte(start + 1) & 0x7f;
        return switch (small) {
            case 126 -> in.getUnsignedShort(start + 2);
            case 127 -> in.getLong(start + 2);
            default -> small;
        };
    }

    private static void tell(ByteBuf in, int opcode, int from, int to, Listener listener) {
        switch (opcode) {
            case TEXT -> listener.text(in, from, to);
            case PING -> listener.ping(in, from, to);
            case CLOSE -> listener.close(to - from < 2 ? NO_CODE : in.getUnsignedShort(from));
            default -> {}
        }
    }
}
