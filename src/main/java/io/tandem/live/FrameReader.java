package io.tandem.live;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a client sends over a WebSocket, to the letter of RFC 6455 and as it comes: it keeps nothing of a frame but
 * what is not told yet, and says what is wrong at the byte that makes it so. Pure state.
 */
final class FrameReader {

    /** Told what was read. After {@link #closed}, {@link #broken} and {@link #tooLarge} nothing more is. */
    interface Listener {

        void text(String message);

        void binary(byte[] message);

        void pinged(byte[] payload);

        /** @param code the client's reason, {@link #NO_CODE} where it gave none */
        void closed(int code);

        /** The client does not keep to the protocol. */
        void broken(int code, String reason);

        /** The message would be longer than it may; what there is of it was not kept. */
        void tooLarge();
    }

    static final int PROTOCOL_ERROR = 1002;
    static final int NO_CODE = 1005;
    static final int NOT_UTF_8 = 1007;

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int NONE = -1;

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int CONTROL_BYTES_MAX = 125;
    private static final int LENGTH_16_BIT = 126;
    private static final int MASK_BYTES = 4;
    private static final byte[] EMPTY = {};

    private enum Part {
        FIRST,
        LENGTH,
        LONG_LENGTH,
        MASK,
        PAYLOAD
    }

    private final Listener listener;
    private final int messageBytesMax;
    private final Utf8 utf8 = new Utf8();

    private Part part = Part.FIRST;
    private boolean over;
    private boolean last;
    private int opcode;
    private int missingBytes;
    private int mask;
    private long length;
    private int lengthMin;
    private int readBytes;
    private byte[] control = EMPTY;

    private int kind = NONE;
    private int messageBytes;
    private byte[] message = EMPTY;

    FrameReader(Listener listener, int messageBytesMax) {
        this.listener = listener;
        this.messageBytesMax = messageBytesMax;
    }

    /** Reads until something is told; answers false where there was nothing to tell before the bytes came to an end. */
    boolean next(ByteBuf bytes) {
        boolean told = false;
        while (!told && !over && bytes.isReadable()) {
            told = switch (part) {
                case FIRST -> readFirst(bytes.readUnsignedByte());
                case LENGTH -> readLength(bytes.readUnsignedByte());
                case LONG_LENGTH -> readLongLength(bytes.readUnsignedByte());
                case MASK -> readMask(bytes.readUnsignedByte());
                case PAYLOAD -> readPayload(bytes);
            };
        }
        return told;
    }

    private boolean readFirst(int first) {
        last = (first & FIN) != 0;
        opcode = first & OPCODE;
        if ((first & RESERVED) != 0) return broken("A reserved bit is set");
        if (isControl() && !last) return broken("A control frame is in pieces");
        part = Part.LENGTH;
        return switch (opcode) {
            case CLOSE, PING, PONG -> false;
            case TEXT, BINARY -> begin();
            case CONTINUATION -> kind == NONE && broken("There is nothing to continue");
            default -> broken("There is no such opcode");
        };
    }

    private boolean begin() {
        if (kind != NONE) return broken("The message before is not complete");
        kind = opcode;
        return false;
    }

    private boolean isControl() {
        return opcode >= CLOSE;
    }

    private boolean readLength(int second) {
        length = second & ~MASKED;
        if ((second & MASKED) == 0) return broken("A client has to mask");
        if (isControl() && length > CONTROL_BYTES_MAX) return broken("A control frame is too long");
        if (length < LENGTH_16_BIT) return lengthIsKnown();
        part = Part.LONG_LENGTH;
        missingBytes = length == LENGTH_16_BIT ? Short.BYTES : Long.BYTES;
        lengthMin = length == LENGTH_16_BIT ? LENGTH_16_BIT : 1 << Short.SIZE;
        length = 0;
        return false;
    }

    /** The shortest form that fits is the only one, and the highest bit stays free. */
    private boolean readLongLength(int next) {
        missingBytes--;
        length |= (long) next << (8 * missingBytes);
        if (length < 0) return broken("A length is negative");
        if (missingBytes > 0) return false;
        return length < lengthMin ? broken("A length is not in its shortest form") : lengthIsKnown();
    }

    private boolean lengthIsKnown() {
        if (!isControl() && length > messageBytesMax - messageBytes) {
            end();
            listener.tooLarge();
            return true;
        }
        part = Part.MASK;
        missingBytes = MASK_BYTES;
        return false;
    }

    private boolean readMask(int next) {
        mask = mask << 8 | next;
        if (--missingBytes > 0) return false;
        part = Part.PAYLOAD;
        readBytes = 0;
        if (isControl()) control = length == 0 ? EMPTY : new byte[(int) length];
        return length == 0 && finishFrame();
    }

    private boolean readPayload(ByteBuf bytes) {
        int size = (int) Math.min(bytes.readableBytes(), length - readBytes);
        if (isControl()) read(bytes, control, readBytes, size);
        else if (!readMessage(bytes, size)) return broken(NOT_UTF_8, "Text that is not UTF-8");
        return readBytes == length && finishFrame();
    }

    private boolean readMessage(ByteBuf bytes, int size) {
        int from = messageBytes;
        messageBytes += size;
        if (message.length < messageBytes) message = Arrays.copyOf(message, room());
        read(bytes, message, from, size);
        return kind != TEXT || utf8.takes(message, from, messageBytes);
    }

    /** Exact for a message that is here as a whole; never more than twice what has really arrived. */
    private int room() {
        return (int) Math.max(messageBytes, Math.min(2L * message.length, messageBytesMax));
    }

    private void read(ByteBuf bytes, byte[] into, int from, int size) {
        bytes.readBytes(into, from, size);
        for (int i = from; i < from + size; i++) {
            into[i] ^= (byte) (mask >>> (24 - 8 * (readBytes & 3)));
            readBytes++;
        }
    }

    private boolean finishFrame() {
        part = Part.FIRST;
        byte[] payload = control;
        control = EMPTY;
        return switch (opcode) {
            case PONG -> false;
            case PING -> tellPing(payload);
            case CLOSE -> tellClose(payload);
            default -> last && tellMessage();
        };
    }

    private boolean tellPing(byte[] payload) {
        listener.pinged(payload);
        return true;
    }

    private boolean tellMessage() {
        if (!utf8.isWhole()) return broken(NOT_UTF_8, "Text that ends within a character");
        byte[] whole = message;
        int size = messageBytes;
        boolean text = kind == TEXT;
        forgetMessage();
        if (text) listener.text(new String(whole, 0, size, StandardCharsets.UTF_8));
        else listener.binary(whole.length == size ? whole : Arrays.copyOf(whole, size));
        return true;
    }

    private boolean tellClose(byte[] payload) {
        if (payload.length == 1) return broken("Half a close code");
        int code = payload.length == 0 ? NO_CODE : (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
        if (payload.length > 0 && !mayBeSaid(code)) return broken("A close code that nobody may send");
        Utf8 reason = new Utf8();
        if (payload.length > 2 && !(reason.takes(payload, 2, payload.length) && reason.isWhole()))
            return broken(NOT_UTF_8, "A reason that is not UTF-8");
        end();
        listener.closed(code);
        return true;
    }

    /** Defined by the protocol or registered (IANA), or free for libraries and applications. */
    private static boolean mayBeSaid(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }

    private boolean broken(String reason) {
        return broken(PROTOCOL_ERROR, reason);
    }

    private boolean broken(int code, String reason) {
        end();
        listener.broken(code, reason);
        return true;
    }

    private void end() {
        over = true;
        forgetMessage();
    }

    private void forgetMessage() {
        kind = NONE;
        messageBytes = 0;
        message = EMPTY;
    }
}
