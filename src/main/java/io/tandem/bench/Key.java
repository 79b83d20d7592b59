package io.tandem.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Finds a piece of JSON by its bytes. Messages of one kind are laid out alike, so it looks first where it found the piece
 * the last time: most of the time nothing in between is read.
 */
final class Key {

    static final int NOWHERE = -1;

    private final byte[] bytes;
    private int lastGap;

    Key(String text) {
        bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The place behind the first such piece in {@code from} to {@code to}, or {@link #NOWHERE}. */
    int after(ByteBuf in, int from, int to) {
        if (isAt(in, from + lastGap, to)) return from + lastGap + bytes.length;
        for (int at = from; at <= to - bytes.length; at++) {
            if (isAt(in, at, to)) {
                lastGap = at - from;
                return at + bytes.length;
            }
        }
        return NOWHERE;
    }

    private boolean isAt(ByteBuf in, int at, int to) {
        if (at + bytes.length > to) return false;
        for (int i = 0; i < bytes.length; i++) {
            if (in.getByte(at + i) != bytes[i]) return false;
        }
        return true;
    }
}
