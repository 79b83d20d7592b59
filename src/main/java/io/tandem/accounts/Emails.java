package io.tandem.accounts;

import io.tandem.platform.Check;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as an e-mail address here. Whether it reaches anybody only a mail can tell. */
public final class Emails {

    private static final int MAX = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    private Emails() {}

    public static String check(Check check, @Nullable String value) {
        String email = check.line("email", value, MAX);
        check.that(SHAPE.matcher(email).matches(), "email", "This is not an e-mail address.");
        return email;
    }

    /**
     * The same for all ways to write an account's address. Letter by letter, as PostgreSQL does it: as a whole Java would make
     * two letters of some capitals.
     */
    static String folded(String email) {
        return email.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether two addresses are one account's. */
    public static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }
}
