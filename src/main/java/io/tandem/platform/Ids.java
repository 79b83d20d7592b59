package io.tandem.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** New identifiers and secrets. */
public final class Ids {

    private static final NoArgGenerator UUID_V7 = Generators.timeBasedEpochGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * A UUIDv7: sorts by time, so that new rows land at the end of their index. Of one process each sorts behind the one
     * before it, within a millisecond too: lists that go by id show what one transaction made in the order it was made.
     */
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
