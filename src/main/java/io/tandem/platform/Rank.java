package io.tandem.platform;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Places in a list as text that sorts byte by byte: between any two there is always room for one more, so that moving a
 * card writes one row. A rank is a row of numbers, six digits in base 62 each; where two neighbours leave no room in a
 * number, the next one is added. Every new number is chosen with some chance: two people who aim at the same place at the
 * same moment get two places. Ten thousand cards put one after another at the same place stay below 100 characters.
 */
public final class Rank {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final int NUMBER_DIGITS = 6;
    private static final long NUMBERS = (long) Math.pow(BASE, NUMBER_DIGITS);
    private static final long CHANCES = (long) Math.pow(BASE, 3);

    /** How much of the room one rank may take: small, so that many fit one after another before the next number. */
    private static final int SHARE = 256;

    private Rank() {}

    /**
     * A place after {@code before} and before {@code after}; null stands for the list's ends.
     *
     * @throws IllegalArgumentException when {@code before} does not sort before {@code after}
     */
    public static String between(@Nullable String before, @Nullable String after) {
        if (before == null && after == null) return digits(NUMBERS / 2 + chance());
        if (before != null && after != null && before.compareTo(after) >= 0) {
            throw new IllegalArgumentException("No place between " + before + " and " + after);
        }
        StringBuilder rank = new StringBuilder();
        boolean limited = after != null;
        for (int i = 0; ; i++) {
            long low = number(before, i);
            long high = limited ? number(after, i) : NUMBERS;
            if (high - low > 2 * CHANCES)
                return rank.append(digits(inside(low, high, before, after, i))).toString();
            rank.append(digits(low));
            limited &= low == high;
        }
    }

    /**
     * Lists grow at their ends, so the ends give way one small step at a time. In between nobody knows whether the next card
     * comes before this one or after it: even numbers leave their room after it, odd ones before it, so that whatever
     * the habit, every second number lasts long.
     */
    private static long inside(long low, long high, @Nullable String before, @Nullable String after, int i) {
        if (after == null) return low + chance();
        if (before == null) return high - chance();
        long share = (high - low) / SHARE;
        return i % 2 == 0 ? low + share + chance() : high - share - chance();
    }

    private static long chance() {
        return 1 + ThreadLocalRandom.current().nextLong(CHANCES);
    }

    private static long number(@Nullable String rank, int index) {
        long number = 0;
        for (int i = index * NUMBER_DIGITS; i < (index + 1) * NUMBER_DIGITS; i++) {
            number = number * BASE + (rank == null || i >= rank.length() ? 0 : DIGITS.indexOf(rank.charAt(i)));
        }
        return number;
    }

    private static String digits(long number) {
        char[] digits = new char[NUMBER_DIGITS];
        for (int i = NUMBER_DIGITS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (number % BASE));
            number /= BASE;
        }
        return new String(digits);
    }
}
