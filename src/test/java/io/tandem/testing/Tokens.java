package io.tandem.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens that no server would give out. */
public final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** The same person in the same session with a token that runs out at a time of one's own. */
    public static Person shortLived(Person who, String secret, Instant expiresAt) {
        String[] parts = who.token().split("\\.");
        ObjectNode claims =
                (ObjectNode) Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        claims.put("exp", expiresAt.getEpochSecond());
        String signed =
                parts[0] + "." + BASE64.encodeToString(Json.encode(claims).getBytes(StandardCharsets.UTF_8));
        return who.withToken(signed + "." + BASE64.encodeToString(hmac(secret, signed)));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
