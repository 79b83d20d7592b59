package io.tandem.platform;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Places in a list as text that sorts byte by byte: between any two there is always room for one more, so that moving a
 * card writes one row. A rank is a number of five digits in base 62, which only grows or shrinks at the list's ends, and a
 * fraction for everything between. Every rank ends in a few random digits: two people who aim at the same place at the
 * same moment get two places.
 */
public final class Rank {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final int NUMBER_DIGITS = 5;
    private static final long MIDDLE = (long) Math.pow(BASE, NUMBER_DIGITS) / 2;
    private static final int RANDOM_DIGITS = 3;

    private Rank() {}

    /**
     * A place after {@code before} and before {@code after}; null stands for the list's ends.
     *
     * @throws IllegalArgumentException when {@code before} does not sort before {@code after}
     */
    public static String between(@Nullable String before, @Nullable String after) {
        if (before == null && after == null) return number(MIDDLE) + random();
        if (after == null) return number(numberOf(before) + 1) + random();
        if (before == null) return number(numberOf(after) - 1) + random();
        if (before.compareTo(after) >= 0) throw new IllegalArgumentException("No place between " + before + " and " + after);
        return middle(before, after) + random();
    }

    private static long numberOf(@Nullable String rank) {
        long number = 0;
        for (int i = 0; i < NUMBER_DIGITS; i++) number = number * BASE + (rank == null ? 0 : digit(rank, i));
        return number;
    }

    private static String number(long number) {
        char[] digits = new char[NUMBER_DIGITS];
        for (int i = NUMBER_DIGITS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (number % BASE));
            number /= BASE;
        }
        return new String(digits);
    }

    /** Digit by digit: shared digits stay, then half-way; once below the limit, one step above {@code before} will do. */
    private static String middle(String before, String after) {
        StringBuilder rank = new StringBuilder();
        boolean limited = true;
        for (int i = 0; ; i++) {
            int low = i < before.length() ? digit(before, i) : 0;
            int high = !limited ? BASE : i < after.length() ? digit(after, i) : 0;
            if (high - low > 1) return rank.append(DIGITS.charAt((low + high) / 2)).toString();
            rank.append(DIGITS.charAt(low));
            limited &= low == high;
        }
    }

    private static int digit(String rank, int index) {
        return DIGITS.indexOf(rank.charAt(index));
    }

    private static String random() {
        StringBuilder digits = new StringBuilder(RANDOM_DIGITS);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 1; i < RANDOM_DIGITS; i++) digits.append(DIGITS.charAt(random.nextInt(BASE)));
        return digits.append(DIGITS.charAt(1 + random.nextInt(BASE - 1))).toString();
    }
}
