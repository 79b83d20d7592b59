package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketTest {

    private static final String WELCOME = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

    private final List<String> heard = new ArrayList<>();

    private final Ear ear = new Ear() {
        @Override
        public void hears(Socket socket, Message message, long nanos) {
            heard.add(message.kind() + " " + message.seq());
        }

        @Override
        public void loses(Socket socket, int closeCode) {
            heard.add("lost " + closeCode);
        }
    };

    private final Socket socket = new Socket("/ws?token=t", ear, new Message());
    private final EmbeddedChannel channel = new EmbeddedChannel(socket);

    private static ByteBuf event(long seq) {
        return FramesTest.frame("{\"type\":\"task.created\",\"workspace_id\":\"w\",\"seq\":" + seq + "}");
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Test
    void whatever_way_the_bytes_are_cut_the_same_is_heard() {
        ByteBuf all = Unpooled.wrappedBuffer(text(WELCOME), event(1), event(22), event(333));
        while (all.isReadable()) channel.writeInbound(all.readBytes(1));
        assertThat(heard).containsExactly("EVENT 1", "EVENT 22", "EVENT 333");
    }

    @Test
    void what_follows_the_handshake_in_the_same_read_is_heard() {
        channel.writeInbound(Unpooled.wrappedBuffer(text(WELCOME), event(1), event(2)));
        assertThat(heard).containsExactly("EVENT 1", "EVENT 2");
    }

    @Test
    void who_is_refused_is_lost_once() {
        channel.writeInbound(text("HTTP/1.1 503 Service Unavailable\r\n\r\n"));
        channel.close();
        assertThat(heard).containsExactly("lost 1006");
    }

    @Test
    void a_close_is_told_with_its_code() {
        channel.writeInbound(Unpooled.wrappedBuffer(
                text(WELCOME), Unpooled.buffer().writeByte(0x88).writeByte(2).writeShort(1012)));
        assertThat(heard).containsExactly("lost 1012");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void who_cuts_hears_nothing_more() {
        channel.writeInbound(Unpooled.wrappedBuffer(text(WELCOME), event(1)));
        socket.cut();
        assertThat(heard).containsExactly("EVENT 1");
        assertThat(socket.isOver()).isTrue();
    }

    @Test
    void what_it_says_is_masked_as_a_client_must() {
        channel.writeInbound(text(WELCOME));
        channel.releaseOutbound();
        socket.say("hi");
        socket.say("x".repeat(200));
        socket.flush();
        ByteBuf small = channel.readOutbound();
        assertThat(small.toString(StandardCharsets.ISO_8859_1)).isEqualTo("\u0081\u0082\0\0\0\0hi");
        ByteBuf large = channel.readOutbound();
        assertThat(large.getUnsignedByte(1)).isEqualTo((short) (0x80 | 126));
        assertThat(large.getUnsignedShort(2)).isEqualTo(200);
    }
}
