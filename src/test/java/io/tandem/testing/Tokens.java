package io.tandem.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens that no server would give out. */
public final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** The token of somebody else, made like this person's. */
    public static String of(UUID user, UUID session, Person like, String secret) {
        ObjectNode claims = claims(like);
        claims.put("sub", user.toString()).put("sid", session.toString());
        return signed(like, claims, secret);
    }

    /** The same person in the same session with a token that runs out at a time of one's own. */
    public static Person shortLived(Person who, String secret, Instant expiresAt) {
        ObjectNode claims = claims(who);
        claims.put("exp", expiresAt.getEpochSecond());
        return who.withToken(signed(who, claims, secret));
    }

    private static ObjectNode claims(Person who) {
        String claims = who.token().split("\\.")[1];
        return (ObjectNode) Json.parse(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }

    private static String signed(Person like, ObjectNode claims, String secret) {
        String header = like.token().split("\\.")[0];
        String signed = header + "." + BASE64.encodeToString(Json.encode(claims).getBytes(StandardCharsets.UTF_8));
        return signed + "." + BASE64.encodeToString(hmac(secret, signed));
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
