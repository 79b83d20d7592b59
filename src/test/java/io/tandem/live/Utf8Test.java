package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int SEEDS = 200_000;

    @Test
    void every_character_there_is_may_be_said() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) continue;
            byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            assertThat(isUtf8(bytes)).as("U+%X", point).isTrue();
        }
    }

    @Test
    void it_agrees_with_the_platform_on_random_bytes() {
        Random random = new Random(1);
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            if (random.nextBoolean())
                for (int i = 1; i < bytes.length; i++) bytes[i] = (byte) (0x80 | (bytes[i] & 0x3F));
            assertThat(isUtf8(bytes)).isEqualTo(isUtf8ToThePlatform(bytes));
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        int cut = bytes.length / 2;
        return utf8.takes(bytes, 0, cut) && utf8.takes(bytes, cut, bytes.length) && utf8.isWhole();
    }

    private static boolean isUtf8ToThePlatform(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException wrong) {
            return false;
        }
    }
}
