package io.tandem.testing;

import io.tandem.accounts.Keys;
import io.tandem.accounts.Secrets;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** What stands at the end of mails to somebody, made from the outside: the token is part of what is promised. */
final class UnsubscribeLink {

    private UnsubscribeLink() {}

    /** @param what a kind of notification, {@code digest} or {@code all} */
    static String token(TestDatabase database, UUID person, String what) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2);
        bytes.putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array())
                + secrets(database).derive("unsubscribe", person + ":" + what)
                + what;
    }

    private static Secrets secrets(TestDatabase database) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            return new Secrets(new Keys("", session.read("SELECT secret FROM accounts_key WHERE purpose = 'derive'")));
        }
    }
}
