package io.tandem.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * What is to be known of one message, found by its bytes instead of being decoded: decoding would cost more than the server
 * spends on sending it. One object for all messages of an event loop; it says what the last one it was shown says.
 */
final class Message {

    static final long NONE = -1;

    private static final int TYPE_AT = "{\"type\":\"".length();
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final int MINUTES_AT = "2026-11-28T15:".length();

    private final Key workspace = new Key("\"workspace_id\":");
    private final Key seqKey = new Key("\"seq\":");
    private final Key epochKey = new Key("\"epoch\":\"");
    private final Key timestamp = new Key("\"timestamp\":\"");
    private final Key operation = new Key("\"operation_id\":\"");
    private final Key id = new Key("\"id\":\"");

    private Kind kind = Kind.EVENT;
    private long seq;
    private boolean isOfWorkspace;
    private ByteBuf in = io.netty.buffer.Unpooled.EMPTY_BUFFER;
    private int body;
    private int end;

    /** @param to behind its last byte */
    void show(ByteBuf buffer, int from, int to) {
        in = buffer;
        end = to;
        int type = from + TYPE_AT;
        int typeEnd = in.indexOf(type, end, (byte) '"');
        kind = Kind.of(in, type, typeEnd);
        body = typeEnd + 1;
        int where = hasPlace() ? workspace.after(in, body, end) : Key.NOWHERE;
        isOfWorkspace = where != Key.NOWHERE && in.getByte(where) == '"';
        seq = where == Key.NOWHERE ? NONE : number(seqKey.after(in, where, end));
    }

    private boolean hasPlace() {
        return kind == Kind.EVENT || kind == Kind.ACK || kind == Kind.SUBSCRIBED || kind == Kind.RESYNC;
    }

    Kind kind() {
        return kind;
    }

    /** The number it has in its log, or {@link #NONE}. */
    long seq() {
        return seq;
    }

    /** Whether it belongs to the log of a workspace; else it is of a person's own, or of none. */
    boolean isOfWorkspace() {
        return isOfWorkspace;
    }

    int bytes() {
        return end - body;
    }

    String epoch() {
        int at = epochKey.after(in, body, end);
        return in.toString(at, in.indexOf(at, end, (byte) '"') - at, StandardCharsets.US_ASCII);
    }

    /** The number this tool wrote into the operation of an event, or {@link #NONE}. */
    long operationNumber() {
        return number(operation.after(in, body, end));
    }

    /** The same of the command an {@code ack} or {@code error} answers. */
    long answeredNumber() {
        return number(id.after(in, body, end));
    }

    /** How old the event is by its own time, which is told in milliseconds or finer, and by the wall clock. */
    long ageMicros(long nowMicros) {
        int at = timestamp.after(in, body, end);
        if (at == Key.NOWHERE) return NONE;
        int minutes = digits(at + MINUTES_AT, 2);
        int seconds = digits(at + MINUTES_AT + 3, 2);
        long then = (minutes * 60L + seconds) * 1_000_000 + fractionMicros(at + MINUTES_AT + 5);
        return Math.floorMod(nowMicros - then, HOUR_MICROS);
    }

    private long fractionMicros(int at) {
        if (in.getByte(at) != '.') return 0;
        long micros = 0;
        int digit = at + 1;
        for (int unit = 100_000; unit > 0 && isDigit(in.getByte(digit)); unit /= 10) {
            micros += (long) (in.getByte(digit++) - '0') * unit;
        }
        return micros;
    }

    private int digits(int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) value = value * 10 + in.getByte(at + i) - '0';
        return value;
    }

    private long number(int at) {
        if (at == Key.NOWHERE || at >= end || !isDigit(in.getByte(at))) return NONE;
        long value = 0;
        for (int i = at; i < end && isDigit(in.getByte(i)); i++) value = value * 10 + in.getByte(i) - '0';
        return value;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    @Override
    public String toString() {
        return in.toString(body, end - body, StandardCharsets.UTF_8);
    }
}
