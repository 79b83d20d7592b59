package io.tandem.live;

/**
 * Whether bytes that come in pieces are UTF-8 so far: no overlong form, no surrogate, nothing above U+10FFFF (Unicode,
 * table 3-7). Pure state.
 */
final class Utf8 {

    private static final int CONTINUES_MIN = 0x80;
    private static final int CONTINUES_MAX = 0xBF;

    private int missing;
    private int nextMin = CONTINUES_MIN;
    private int nextMax = CONTINUES_MAX;

    boolean takes(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int next = bytes[i] & 0xFF;
            if (missing > 0 ? !continues(next) : next >= CONTINUES_MIN && !begins(next)) return false;
        }
        return true;
    }

    /** Whether no character is left half said. */
    boolean isWhole() {
        return missing == 0;
    }

    private boolean continues(int next) {
        boolean fits = next >= nextMin && next <= nextMax;
        nextMin = CONTINUES_MIN;
        nextMax = CONTINUES_MAX;
        missing--;
        return fits;
    }

    /** What follows the first byte of a character is narrower than a continuation where an overlong form, or worse, would be. */
    private boolean begins(int first) {
        if (first < 0xC2 || first > 0xF4) return false;
        if (first == 0xE0) nextMin = 0xA0;
        if (first == 0xED) nextMax = 0x9F;
        if (first == 0xF0) nextMin = 0x90;
        if (first == 0xF4) nextMax = 0x8F;
        if (first < 0xE0) missing = 1;
        else missing = first < 0xF0 ? 2 : 3;
        return true;
    }
}
