package io.tandem.live;

import static io.tandem.live.ClientFrames.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, nothing is thrown, nothing leaks, and there is an end to it that can be named. */
class FrameFuzzTest {

    private static final int ROUNDS = 4_000;
    private static final int MESSAGE_BYTES_MAX = 1_000;
    private static final Pattern END = Pattern.compile("10[01]\\d|other");

    @Test
    void it_does_not_matter_how_the_bytes_are_cut() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] bytes = bytes(new Random(seed));
            assertThat(Heard.bytewise(bytes)).as("seed %d", seed).isEqualTo(Heard.of(bytes));
        }
    }

    @Test
    void every_buffer_is_let_go_and_every_end_is_told() {
        Vertx vertx = Vertx.vertx();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Talk talk = new Talk(vertx, random);
            talk.hear(bytes(random));
            assertThat(talk.end()).as("seed %d", seed).isNotEmpty().allMatch(END.asMatchPredicate());
        }
        vertx.close();
    }

    /** Sometimes nonsense, mostly right frames of which some bytes are not what they were. */
    private static byte[] bytes(Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? noise(random, random.nextInt(200)) : frames(random);
        for (int wrong = random.nextInt(3); wrong > 0 && bytes.length > 0; wrong--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] frames(Random random) {
        byte[][] frames = new byte[1 + random.nextInt(6)][];
        for (int i = 0; i < frames.length; i++) frames[i] = frame(random);
        return together(frames);
    }

    private static byte[] frame(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> ClientFrames.text("Grüße, 𝔸da".repeat(random.nextInt(60)));
            case 1 -> ClientFrames.frame(ClientFrames.TEXT, "Grü");
            case 2 -> ClientFrames.frame(ClientFrames.CONTINUATION, "ße");
            case 3 -> ClientFrames.frame(ClientFrames.FIN, "!");
            case 4 -> ClientFrames.frame(ClientFrames.FIN | ClientFrames.PING, noise(random, random.nextInt(126)));
            case 5 -> ClientFrames.frame(ClientFrames.FIN | ClientFrames.BINARY, noise(random, random.nextInt(300)));
            default -> ClientFrames.close(random.nextInt(5_000), "bye");
        };
    }

    private static byte[] noise(Random random, int size) {
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        return noise;
    }

    /** A wire on a channel without a network, whose listener pauses and closes when it feels like it. */
    private static final class Talk implements Wire.Listener {

        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final List<ByteBuf> sent = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();
        private final Random random;
        private final Wire wire;

        Talk(Vertx vertx, Random random) {
            this.random = random;
            WebSocketWire own = new WebSocketWire(channel, vertx.getOrCreateContext(), MESSAGE_BYTES_MAX, 65_536);
            channel.pipeline().addLast(own);
            own.listen(this);
            wire = own;
        }

        void hear(byte[] bytes) {
            for (int from = 0; from < bytes.length && channel.isOpen(); ) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
                ByteBuf piece = channel.alloc().buffer().writeBytes(Arrays.copyOfRange(bytes, from, to));
                sent.add(piece);
                channel.writeInbound(piece);
                if (random.nextInt(3) == 0) wire.resume();
                from = to;
            }
        }

        /** Hangs up; answers what was told of the end. */
        List<String> end() {
            channel.finishAndReleaseAll();
            channel.checkException();
            assertThat(sent).allMatch(piece -> piece.refCnt() == 0);
            return ends;
        }

        @Override
        public void hear(String text) {
            assertThat(text.length()).isLessThanOrEqualTo(MESSAGE_BYTES_MAX);
            if (random.nextInt(4) == 0) wire.pause();
            if (random.nextInt(20) == 0) wire.close(CloseCode.TOO_FAST);
            wire.send(new Frame(text));
        }

        @Override
        public void hearBytes(byte[] bytes) {
            wire.close(CloseCode.PROTOCOL_ERROR);
        }

        @Override
        public void hearTooMuch() {
            wire.close(CloseCode.TOO_LARGE);
        }

        @Override
        public void gone(String code) {
            ends.add(code);
        }
    }
}
