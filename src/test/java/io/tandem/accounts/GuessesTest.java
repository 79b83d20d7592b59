package io.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.IpAddress;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final long NOW = 1_000_000;

    private final Guesses guesses = new Guesses(3);

    private static Guess of(String account, String address) {
        return new Guess(account, IpAddress.parse(address).orElseThrow());
    }

    private static final Guess MALLORY = of("ada@example.org", "203.0.113.9");
    private static final Guess ADA = of("ada@example.org", "192.0.2.1");

    private void guess(Guess guess, int times, long now) {
        for (int i = 0; i < times; i++) assertThat(guesses.guess(guess, now)).isZero();
    }

    @Test
    void each_wrong_password_beyond_some_costs_a_pause_twice_as_long_up_to_a_minute() {
        guess(MALLORY, 3, NOW);
        long now = NOW;
        for (long pause : new long[] {5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000}) {
            assertThat(guesses.guess(MALLORY, now)).isEqualTo(pause);
            now += pause;
            guess(MALLORY, 1, now);
        }
    }

    @Test
    void who_waits_long_enough_begins_anew() {
        guess(MALLORY, 3, NOW);
        guess(MALLORY, 3, NOW + Guesses.FORGOTTEN_MS + 1);
    }

    @Test
    void a_stranger_does_not_make_the_person_wait() {
        guess(MALLORY, 3, NOW);
        assertThat(guesses.guess(MALLORY, NOW)).isPositive();
        guess(ADA, 1, NOW);
    }

    @Test
    void many_strangers_do_unless_the_person_is_where_they_were_before() {
        guess(ADA, 1, NOW);
        guesses.right(ADA);
        for (int i = 0; i < 15; i++) guess(of("ada@example.org", "198.51.100." + i), 2, NOW);
        assertThat(guesses.guess(of("ada@example.org", "198.51.100.99"), NOW)).isPositive();
        guess(ADA, 1, NOW);
        guess(of("grace@example.org", "198.51.100.99"), 1, NOW);
    }

    @Test
    void the_right_password_takes_the_wrong_ones_back() {
        guess(ADA, 2, NOW);
        guesses.right(ADA);
        guess(ADA, 3, NOW);
        guesses.right(ADA);
        guess(ADA, 1, NOW);
    }

    @Test
    void what_was_no_guess_costs_nothing() {
        guess(ADA, 3, NOW);
        guesses.takeBack(ADA);
        guess(ADA, 1, NOW);
        assertThat(guesses.guess(ADA, NOW)).isPositive();
    }

    @Test
    void an_account_has_one_name_however_it_is_written() {
        assertThat(Emails.folded("M\u0130A@Example.ORG")).isEqualTo("mia@example.org");
    }
}
