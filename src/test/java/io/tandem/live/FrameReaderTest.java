package io.tandem.live;

import static io.tandem.live.ClientFrames.BINARY;
import static io.tandem.live.ClientFrames.CLOSE;
import static io.tandem.live.ClientFrames.CONTINUATION;
import static io.tandem.live.ClientFrames.FIN;
import static io.tandem.live.ClientFrames.PING;
import static io.tandem.live.ClientFrames.PONG;
import static io.tandem.live.ClientFrames.TEXT;
import static io.tandem.live.ClientFrames.close;
import static io.tandem.live.ClientFrames.frame;
import static io.tandem.live.ClientFrames.text;
import static io.tandem.live.ClientFrames.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final String BROKEN = "broken 1002";
    private static final String NOT_UTF_8 = "broken 1007";

    /** 260 bytes: its length takes two bytes of its own. */
    private static final String LONG = "Grüße, 𝔸da! ".repeat(15) + "bye";

    @Test
    void messages_are_told_in_their_order() {
        assertThat(Heard.of(text("one"), text(""), text(LONG), frame(FIN | BINARY, "bytes")))
                .containsExactly("text one", "text ", "text " + LONG, "binary bytes");
    }

    @Test
    void bytes_may_come_one_by_one() {
        assertThat(Heard.bytewise(
                        text("one"), text(""), text(LONG), frame(FIN | PING, "are you there"), close(1000, "bye")))
                .containsExactly("text one", "text ", "text " + LONG, "ping are you there", "closed 1000");
    }

    @Test
    void a_message_may_come_in_pieces_even_within_a_character() {
        byte[] bytes = "Gr\u00fc\u00dfe \ud835\udd38da".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            byte[] head = frame(TEXT, Arrays.copyOf(bytes, cut));
            byte[] tail = frame(FIN | CONTINUATION, Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(Heard.of(head, frame(CONTINUATION, ""), tail)).containsExactly("text Grüße 𝔸da");
        }
    }

    @Test
    void a_ping_between_the_pieces_is_answered_at_once() {
        assertThat(Heard.of(frame(TEXT, "one "), frame(FIN | PING, "!"), frame(FIN | PONG, "?"), frame(FIN, "piece")))
                .containsExactly("ping !", "text one piece");
    }

    @Test
    void a_client_that_does_not_mask_is_not_heard() {
        assertThat(Heard.of(new byte[] {(byte) (FIN | TEXT), 2, 'h', 'i'})).containsExactly(BROKEN);
    }

    @Test
    void reserved_bits_and_opcodes_mean_nothing_here() {
        for (int reserved : new int[] {0x10, 0x20, 0x40, 0x70}) {
            assertThat(Heard.of(frame(FIN | reserved | TEXT, "hi"))).containsExactly(BROKEN);
        }
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            assertThat(Heard.of(new byte[] {(byte) (FIN | opcode)})).containsExactly(BROKEN);
        }
    }

    @Test
    void a_control_frame_is_short_and_in_one_piece() {
        assertThat(Heard.of(frame(FIN | PING, "x".repeat(125)))).containsExactly("ping " + "x".repeat(125));
        assertThat(Heard.of(frame(FIN | PING, "x".repeat(126)))).containsExactly(BROKEN);
        assertThat(Heard.of(frame(PING, "half"))).containsExactly(BROKEN);
    }

    @Test
    void pieces_belong_to_one_message_at_a_time() {
        assertThat(Heard.of(frame(FIN, "of nothing"))).containsExactly(BROKEN);
        assertThat(Heard.of(frame(TEXT, "one"), text("another"))).containsExactly(BROKEN);
        assertThat(Heard.of(text("one"), frame(FIN, "more of it"))).containsExactly("text one", BROKEN);
    }

    @Test
    void a_length_has_its_shortest_form() {
        assertThat(Heard.of(header(126, 0, 125))).containsExactly(BROKEN);
        assertThat(Heard.of(header(127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF))).containsExactly(BROKEN);
        assertThat(Heard.of(header(127, 0x80))).containsExactly(BROKEN);
    }

    private static byte[] header(int length, int... rest) {
        byte[] header = new byte[2 + rest.length];
        header[0] = (byte) (FIN | TEXT);
        header[1] = (byte) (0x80 | length);
        for (int i = 0; i < rest.length; i++) header[2 + i] = (byte) rest[i];
        return header;
    }

    @Test
    void too_large_is_known_before_it_has_arrived() {
        assertThat(Heard.of(text("x".repeat(1_000)))).hasSize(1).doesNotContain("too large");
        assertThat(Heard.of(Arrays.copyOf(text("x".repeat(1_001)), 4))).containsExactly("too large");
        assertThat(Heard.of(header(127, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)))
                .containsExactly("too large");
        byte[] piece = frame(CONTINUATION, "x".repeat(400));
        assertThat(Heard.of(frame(TEXT, "x".repeat(400)), piece, piece)).containsExactly("too large");
    }

    @Test
    void what_is_not_utf_8_is_noticed_at_the_first_byte_of_it() {
        byte[] rest = "x".repeat(50).getBytes(StandardCharsets.US_ASCII);
        byte[] wrong = frame(TEXT, together(bytes(0xCE, 0xBA, 0xED, 0xA0), rest));
        assertThat(new Heard().read(Arrays.copyOf(wrong, 9))).isEmpty();
        assertThat(new Heard().read(Arrays.copyOf(wrong, 10))).containsExactly(NOT_UTF_8);
        assertThat(Heard.of(frame(FIN | TEXT, bytes(0xC3)))).containsExactly(NOT_UTF_8);
        assertThat(Heard.of(frame(FIN | BINARY, bytes(0xC3)))).containsExactly("binary Ã");
    }

    @Test
    void a_close_says_a_code_that_may_be_said_or_none() {
        assertThat(Heard.of(frame(FIN | CLOSE, ""))).containsExactly("closed 1005");
        for (int code : new int[] {1000, 1001, 1003, 1007, 1012, 3000, 4401, 4999}) {
            assertThat(Heard.of(close(code, "why"))).containsExactly("closed " + code);
        }
        for (int code : new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535}) {
            assertThat(Heard.of(close(code, ""))).containsExactly(BROKEN);
        }
        assertThat(Heard.of(frame(FIN | CLOSE, "x"))).containsExactly(BROKEN);
        assertThat(Heard.of(frame(FIN | CLOSE, bytes(0x03, 0xE8, 0xFF)))).containsExactly(NOT_UTF_8);
    }

    @Test
    void nothing_is_told_behind_the_end() {
        assertThat(Heard.of(close(1000, ""), text("one more thing"))).containsExactly("closed 1000");
        assertThat(Heard.of(new byte[] {0x7F}, text("one more thing"))).containsExactly(BROKEN);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
