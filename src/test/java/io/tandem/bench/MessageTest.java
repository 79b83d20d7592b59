package io.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final String WORKSPACE = "\"workspace_id\":\"0199a1b2-0000-7000-8000-000000000001\"";

    private final Message message = new Message();

    private Message shown(String json) {
        // Neither at the beginning nor at the end of what was read.
        ByteBuf in = Unpooled.copiedBuffer("xx" + json + "yy", StandardCharsets.UTF_8);
        message.show(in, 2, in.writerIndex() - 2);
        return message;
    }

    private static String event(long seq, String timestamp, String operation) {
        return "{\"type\":\"task.created\"," + WORKSPACE + ",\"seq\":" + seq + ",\"timestamp\":\"" + timestamp
                + "\",\"actor\":{\"id\":\"a\",\"name\":\"Ada\"}" + operation
                + ",\"data\":{\"id\":\"t\",\"title\":\"\\\"seq\\\":9\"}}";
    }

    @Test
    void an_event_has_a_number_and_the_operation_it_came_of() {
        Message event = shown(event(41, "2026-11-28T15:59:59.999Z", ",\"operation_id\":\"123456789-7\""));
        assertThat(event.kind()).isEqualTo(Kind.EVENT);
        assertThat(event.isOfWorkspace()).isTrue();
        assertThat(event.seq()).isEqualTo(41);
        assertThat(event.operationNumber()).isEqualTo(123_456_789);
    }

    @Test
    void what_this_tool_did_not_cause_has_no_number_of_an_operation() {
        assertThat(shown(event(1, "2026-11-28T15:00:00Z", "")).operationNumber())
                .isEqualTo(Message.NONE);
        assertThat(shown(event(2, "2026-11-28T15:00:00Z", ",\"operation_id\":\"by-hand\""))
                        .operationNumber())
                .isEqualTo(Message.NONE);
    }

    @Test
    void numbers_are_found_however_the_layout_moves() {
        for (long seq : new long[] {9, 10, 123_456, 7}) {
            assertThat(shown(event(seq, "2026-11-28T15:00:00Z", "")).seq()).isEqualTo(seq);
        }
        assertThat(shown("{\"type\":\"task.created\",\"new\":1," + WORKSPACE + ",\"seq\":8}")
                        .seq())
                .isEqualTo(8);
    }

    @Test
    void an_event_of_a_persons_own_log_is_of_no_workspace() {
        Message own = shown("{\"type\":\"workspace.joined\",\"workspace_id\":null,\"seq\":3,\"data\":{\"workspace\":{"
                + WORKSPACE + "}}}");
        assertThat(own.isOfWorkspace()).isFalse();
        assertThat(own.seq()).isEqualTo(3);
    }

    @Test
    void an_answer_says_which_command_it_is_for() {
        Message ack = shown("{\"type\":\"ack\",\"id\":\"77-1\"," + WORKSPACE + ",\"seq\":5,\"data\":{}}");
        assertThat(ack.kind()).isEqualTo(Kind.ACK);
        assertThat(ack.answeredNumber()).isEqualTo(77);
        assertThat(ack.seq()).isEqualTo(5);
        assertThat(shown("{\"type\":\"error\",\"id\":\"78-2\",\"code\":\"busy\"}")
                        .kind())
                .isEqualTo(Kind.ERROR);
        assertThat(message.answeredNumber()).isEqualTo(78);
    }

    @Test
    void a_subscription_begins_at_a_position() {
        Message subscribed =
                shown("{\"type\":\"subscribed\"," + WORKSPACE + ",\"epoch\":\"e-1\",\"seq\":12,\"recovered\":true}");
        assertThat(subscribed.kind()).isEqualTo(Kind.SUBSCRIBED);
        assertThat(subscribed.epoch()).isEqualTo("e-1");
        assertThat(subscribed.seq()).isEqualTo(12);
    }

    @Test
    void presence_has_no_number() {
        Message joined = shown("{\"type\":\"presence.user_joined\"," + WORKSPACE + ",\"data\":{}}");
        assertThat(joined.kind().isPresence()).isTrue();
        assertThat(joined.seq()).isEqualTo(Message.NONE);
    }

    @Test
    void an_event_is_as_old_as_its_time_says_across_the_hour_too() {
        assertThat(age("2026-11-28T15:00:00.250Z", "2026-11-28T15:00:00.251500Z"))
                .isEqualTo(1_500);
        assertThat(age("2026-11-28T15:59:59.999999Z", "2026-11-28T16:00:00.000001Z"))
                .isEqualTo(2);
        assertThat(age("2026-11-28T15:00:00Z", "2026-11-28T15:00:01Z")).isEqualTo(1_000_000);
    }

    private long age(String at, String now) {
        return shown(event(1, at, "")).ageMicros(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(now)));
    }
}
