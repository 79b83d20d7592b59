package io.tandem.accounts;

import io.tandem.platform.Check;
import java.util.Locale;
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

    /** Whether two addresses are one account's. */
    public static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
