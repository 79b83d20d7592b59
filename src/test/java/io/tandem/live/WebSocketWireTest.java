package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSocketWireTest {

    private static final int PING = 0x89;

    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void stop() {
        vertx.close();
    }

    @Test
    void a_paused_wire_tells_nothing_and_then_goes_on_where_it_was() {
        Talk talk = new Talk();
        talk.pausesAfterEach = true;
        talk.hears(ClientFrames.text("one"), ClientFrames.text("two"), ClientFrames.text("three"));
        assertThat(talk.told).containsExactly("one");
        assertThat(talk.channel.config().isAutoRead()).isFalse();
        talk.hears(ClientFrames.text("four"));
        for (int more = 0; more < 2; more++) talk.wire.resume();
        assertThat(talk.told).containsExactly("one", "two", "three");
        talk.wire.resume();
        assertThat(talk.told).endsWith("four");
    }

    @Test
    void a_close_is_answered_and_the_connection_ends() {
        Talk talk = new Talk();
        talk.hears(ClientFrames.close(1001, "going away"));
        assertThat(talk.said()).isEqualTo("\u0088\u0002\u0003\u00e9");
        assertThat(talk.channel.isOpen()).isFalse();
        assertThat(talk.told).startsWith("gone 1001");
    }

    @Test
    void the_answer_to_a_close_ends_the_connection_and_nothing_before_it_is_told() {
        Talk talk = new Talk();
        talk.wire.close(CloseCode.UNAUTHORIZED);
        assertThat(talk.said()).isEqualTo("\u0088\u000e\u0011\u0031unauthorized");
        talk.hears(ClientFrames.text("too late"), ClientFrames.close(4401, ""));
        assertThat(talk.channel.isOpen()).isFalse();
        assertThat(talk.told).doesNotContain("too late");
    }

    @Test
    void who_does_not_answer_a_close_is_cut_off() {
        Talk talk = new Talk();
        talk.wire.close(CloseCode.RESTART);
        assertThat(talk.channel.isOpen()).isTrue();
        talk.channel.advanceTimeBy(6, TimeUnit.SECONDS);
        talk.channel.runScheduledPendingTasks();
        assertThat(talk.channel.isOpen()).isFalse();
    }

    @Test
    void nothing_is_said_behind_a_close() {
        Talk talk = new Talk();
        talk.wire.close(CloseCode.RESTART);
        talk.said();
        talk.wire.send(new Frame("late news"));
        talk.hears(ClientFrames.frame(ClientFrames.FIN | ClientFrames.PING, "?"));
        talk.wire.flush();
        assertThat(talk.said()).isEmpty();
    }

    @Test
    void a_message_that_is_too_large_ends_with_the_code_of_the_live_protocol() {
        Talk talk = new Talk();
        talk.hears(ClientFrames.text("x".repeat(Talk.MESSAGE_BYTES_MAX + 1)), ClientFrames.text("and on"));
        assertThat(talk.said()).startsWith("\u0088\u0013\u0011\u003dmessage too large");
        assertThat(talk.told).containsExactly("too much");
    }

    @Test
    void what_the_protocol_forbids_ends_with_its_code_and_a_word() {
        Talk talk = new Talk();
        talk.hears(ClientFrames.frame(ClientFrames.FIN | 0x40 | ClientFrames.TEXT, "compressed?"));
        assertThat(talk.said()).startsWith("\u0088").contains("\u0003\u00eaA reserved bit is set");
        assertThat(talk.told).containsExactly("gone 1002");
    }

    /** A wire on a channel without a network. */
    @Test
    void who_does_not_read_gets_no_pongs() {
        Talk talk = new Talk();
        ChannelOutboundBuffer sending = talk.channel.unsafe().outboundBuffer();
        sending.setUserDefinedWritability(1, false);
        talk.hears(ClientFrames.frame(PING, "unheard"));
        assertThat(talk.said()).isEmpty();
        sending.setUserDefinedWritability(1, true);
        talk.hears(ClientFrames.frame(PING, "heard"));
        assertThat(talk.said()).endsWith("heard");
    }

    private final class Talk implements Wire.Listener {

        static final int MESSAGE_BYTES_MAX = 1_000;

        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final List<String> told = new ArrayList<>();
        private final Wire wire;
        private boolean pausesAfterEach;

        Talk() {
            WebSocketWire own = new WebSocketWire(channel, vertx.getOrCreateContext(), MESSAGE_BYTES_MAX, 65_536);
            channel.pipeline().addLast(own);
            own.listen(this);
            wire = own;
        }

        void hears(byte[]... frames) {
            channel.writeInbound(Unpooled.wrappedBuffer(ClientFrames.together(frames)));
        }

        /** Everything written since the last time; a byte is a character. */
        String said() {
            StringBuilder said = new StringBuilder();
            for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
                said.append(next.toString(StandardCharsets.ISO_8859_1));
                next.release();
            }
            return said.toString();
        }

        @Override
        public void hear(String text) {
            told.add(text);
            if (pausesAfterEach) wire.pause();
        }

        @Override
        public void hearBytes(byte[] bytes) {
            told.add("bytes");
        }

        @Override
        public void hearTooMuch() {
            told.add("too much");
            wire.close(CloseCode.TOO_LARGE);
        }

        @Override
        public void gone(String code) {
            told.add("gone " + code);
        }
    }
}
