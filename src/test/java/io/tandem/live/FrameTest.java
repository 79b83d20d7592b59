package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

    private static final int FIN_TEXT = 0x81;

    /** RFC 6455, section 5.2: the length in 7 bits, in 16 behind 126, in 64 behind 127; a server sets no mask bit. */
    @ParameterizedTest
    @CsvSource({"0, 2", "125, 2", "126, 4", "65535, 4", "65536, 10", "300000, 10"})
    void it_is_a_whole_text_frame_of_any_length(int payloadBytes, int headerBytes) {
        String text = "x".repeat(payloadBytes);
        for (Frame one : List.of(new Frame(text), Frame.forOne(text))) {
            ByteBuf frame = one.webSocket().duplicate();
            assertThat(frame.readableBytes()).isEqualTo(headerBytes + payloadBytes);
            assertThat(frame.readUnsignedByte()).isEqualTo((short) FIN_TEXT);
            assertThat(length(frame)).isEqualTo(payloadBytes);
            assertThat(frame.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    private static long length(ByteBuf frame) {
        int first = frame.readUnsignedByte();
        if (first == 126) return frame.readUnsignedShort();
        return first == 127 ? frame.readLong() : first;
    }

    @Test
    void its_length_counts_bytes_not_characters() {
        ByteBuf frame = new Frame("ä€😀").webSocket();
        assertThat(frame.getUnsignedByte(1)).isEqualTo((short) 9);
    }

    @Test
    void it_outlives_everybody_who_sent_it() {
        Frame frame = new Frame("{}");
        for (int i = 0; i < 3; i++) frame.webSocket().retainedDuplicate().release();
        assertThat(frame.webSocket().refCnt()).isEqualTo(1);
        assertThat(frame.webSocket().readableBytes()).isEqualTo(4);
    }
}
