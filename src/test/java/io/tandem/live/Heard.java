package io.tandem.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whatever a reader tells, a word each: {@code text hello}, {@code broken 1002}. */
final class Heard implements FrameReader.Listener {

    private static final int MESSAGE_BYTES_MAX = 1_000;

    private final List<String> words = new ArrayList<>();
    private final FrameReader reader = new FrameReader(this, MESSAGE_BYTES_MAX);

    /** What is told of these bytes, when they come all at once. */
    static List<String> of(byte[]... frames) {
        Heard heard = new Heard();
        heard.read(ClientFrames.together(frames));
        return heard.words;
    }

    /** What is told of these bytes, when they come one by one. */
    static List<String> bytewise(byte[]... frames) {
        Heard heard = new Heard();
        for (byte next : ClientFrames.together(frames)) heard.read(new byte[] {next});
        return heard.words;
    }

    List<String> read(byte[] bytes) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        boolean more = true;
        while (more) more = reader.next(buffer);
        return words;
    }

    @Override
    public void text(String message) {
        words.add("text " + message);
    }

    @Override
    public void binary(byte[] message) {
        words.add("binary " + new String(message, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void pinged(byte[] payload) {
        words.add("ping " + new String(payload, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void closed(int code) {
        words.add("closed " + code);
    }

    @Override
    public void broken(int code, String reason) {
        words.add("broken " + code);
    }

    @Override
    public void tooLarge() {
        words.add("too large");
    }
}
