package io.tandem.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Redis of the tests dies and comes back as asked. */
class TestRedisTest {

    @Test
    void it_comes_back_empty_on_the_port_it_had() {
        try (TestRedis redis = TestRedis.start()) {
            assertThat(redis.ask("SET", "ship", "Ägir")).isEqualTo("OK");
            assertThat(redis.ask("MGET", "ship", "sea")).asList().containsExactly("Ägir", null);
            redis.kill();
            assertThatThrownBy(() -> redis.ask("PING")).isInstanceOf(UncheckedIOException.class);
            redis.restart();
            assertThat(redis.ask("GET", "ship")).isNull();
        }
    }

    @Test
    void it_answers_after_a_pause_what_was_asked_in_it() {
        try (TestRedis redis = TestRedis.start()) {
            redis.pause();
            Thread question = Thread.ofVirtual().start(() -> redis.ask("SET", "ship", "Naglfar"));
            assertThat(question.isAlive()).isTrue();
            redis.resume();
            assertThat(question).satisfies(Thread::join);
            assertThat(redis.ask("GET", "ship")).isEqualTo("Naglfar");
        }
    }

    @Test
    void a_sentinel_names_the_master_it_watches() {
        try (TestRedis redis = TestRedis.start();
                TestRedis sentinel = TestRedis.sentinel("sentinel monitor harbour 127.0.0.1 " + redis.port() + " 1")) {
            assertThat(sentinel.ask("SENTINEL", "get-master-addr-by-name", "harbour"))
                    .isEqualTo(List.of("127.0.0.1", "" + redis.port()));
        }
    }

    @Test
    void it_says_its_version() {
        assertThat(TestRedis.version()).matches("[67]\\.\\d+\\.\\d+|[89]\\..*");
    }
}
