package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final List<String> heard = new ArrayList<>();

    private final Frames.Listener listener = new Frames.Listener() {
        @Override
        public void text(ByteBuf in, int from, int to) {
            heard.add(in.toString(from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void ping(ByteBuf in, int from, int to) {
            heard.add("ping " + in.toString(from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code) {
            heard.add("close " + code);
        }
    };

    /** As a server writes it. */
    static ByteBuf frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.buffer().writeByte(0x81);
        if (bytes.length < 126) frame.writeByte(bytes.length);
        else if (bytes.length < 65_536) frame.writeByte(126).writeShort(bytes.length);
        else frame.writeByte(127).writeLong(bytes.length);
        return frame.writeBytes(bytes);
    }

    @Test
    void several_messages_of_one_read_are_heard_one_after_the_other() {
        ByteBuf in = Unpooled.wrappedBuffer(frame("one"), frame("two"), frame(""));
        Frames.read(in, listener);
        assertThat(heard).containsExactly("one", "two", "");
        assertThat(in.isReadable()).isFalse();
    }

    @Test
    void a_frame_whose_end_is_missing_stays() {
        ByteBuf whole = frame("half");
        for (int length = 0; length < whole.readableBytes(); length++) {
            ByteBuf part = whole.slice(0, length);
            Frames.read(part, listener);
            assertThat(part.readableBytes()).isEqualTo(length);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void lengths_of_all_sizes_are_understood() {
        List<String> texts = List.of("x".repeat(125), "x".repeat(126), "x".repeat(65_535), "x".repeat(65_536));
        texts.forEach(text -> Frames.read(frame(text), listener));
        assertThat(heard).isEqualTo(texts);
    }

    @Test
    void pings_and_closes_are_told_apart() {
        Frames.read(Unpooled.wrappedBuffer(new byte[] {(byte) 0x89, 2, 'h', 'i'}), listener);
        Frames.read(Unpooled.buffer().writeByte(0x88).writeByte(2).writeShort(4401), listener);
        Frames.read(Unpooled.wrappedBuffer(new byte[] {(byte) 0x88, 0}), listener);
        assertThat(heard).containsExactly("ping hi", "close 4401", "close 1005");
    }
}
