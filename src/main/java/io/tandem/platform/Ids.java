package io.tandem.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** New identifiers and secrets. */
public final class Ids {

    private static final NoArgGenerator UUID_V7 = Generators.timeBasedEpochRandomGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A UUIDv7: sorts by time, so that new rows land at the end of their index. */
    public static UUID next() {
        return UUID_V7.generate();
    }

    /** 256 random bits, base64url without padding. */
    public static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
