package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Message;
import io.tandem.testing.Right;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What asyncapi.yaml says of the messages there are. */
class LiveContractTest {

    @Test
    void every_command_is_in_the_contract_and_the_contract_has_no_other() {
        assertThat(Contract.commands()).extracting(Message::type).containsExactlyInAnyOrderElementsOf(Commands.types());
    }

    @Test
    void everything_else_a_client_may_say_is_there_too() {
        Set<String> others =
                new TreeSet<>(Contract.messages().stream().map(Message::type).toList());
        others.removeAll(Commands.types());
        assertThat(others).containsExactly("auth", "heartbeat", "subscribe", "typing", "unsubscribe", "viewing");
    }

    @Test
    void every_message_says_what_right_it_demands() {
        assertThat(Contract.messages()).allSatisfy(message -> assertThatCode(() -> Right.of(message.right()))
                .as(message.type())
                .doesNotThrowAnyException());
    }
}
