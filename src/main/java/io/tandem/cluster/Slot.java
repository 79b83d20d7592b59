package io.tandem.cluster;

import java.nio.charset.StandardCharsets;

/** Which of the 16,384 slots of a Redis cluster a key or channel belongs to: CRC16 (XMODEM), as its specification says. */
final class Slot {

    static final int COUNT = 16_384;
    private static final int POLYNOMIAL = 0x1021;

    private Slot() {}

    static int of(String key) {
        int crc = 0;
        for (byte next : hashed(key).getBytes(StandardCharsets.UTF_8)) {
            crc ^= (next & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
        }
        return (crc & 0xFFFF) % COUNT;
    }

    /** Only what stands between the first braces counts, if anything does. */
    private static String hashed(String key) {
        int open = key.indexOf('{');
        int close = key.indexOf('}', open + 1);
        return open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
    }
}
