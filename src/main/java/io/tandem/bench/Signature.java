package io.tandem.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs access tokens with the secret an own server was given. */
final class Signature {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final int DAY_SECONDS = 86_400;

    private final Mac mac;

    Signature(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new BenchException("This JDK cannot sign", e);
        }
    }

    String token(PeopleStore.Session session) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"sub\":\"" + session.person() + "\",\"sid\":\"" + session.id()
                + "\",\"iss\":\"tandem\",\"iat\":" + now + ",\"exp\":" + (now + DAY_SECONDS) + "}";
        String signed = HEADER + '.' + encode(claims.getBytes(StandardCharsets.UTF_8));
        return signed + '.' + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
