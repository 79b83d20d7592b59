package io.tandem.notifications;

import io.tandem.accounts.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The links at the end of mails: person, signature and what the link turns off, one behind the other. Nobody can make one
 * for somebody else, and it works as long as the installation keeps its keys: mails are read late.
 */
final class UnsubscribeTokens {

    private static final String PURPOSE = "unsubscribe";
    private static final int PERSON_END = 22;
    private static final int SIGNATURE_END = PERSON_END + 43;

    private final Secrets secrets;

    UnsubscribeTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What somebody does not want to be mailed any more. */
    record Subscription(UUID person, Mailed what) {}

    String of(UUID person, Mailed what) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2);
        bytes.putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array())
                + signature(person, what)
                + what.word();
    }

    private String signature(UUID person, Mailed what) {
        return secrets.derive(PURPOSE, person + ":" + what.word());
    }

    /** Empty where this server never made such a token. */
    Optional<Subscription> read(String token) {
        if (token.length() <= SIGNATURE_END) return Optional.empty();
        return person(token.substring(0, PERSON_END))
                .flatMap(
                        person -> Mailed.of(token.substring(SIGNATURE_END)).map(what -> new Subscription(person, what)))
                .filter(read -> isSigned(token, read));
    }

    private static Optional<UUID> person(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String token, Subscription read) {
        return MessageDigest.isEqual(
                of(read.person(), read.what()).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}
