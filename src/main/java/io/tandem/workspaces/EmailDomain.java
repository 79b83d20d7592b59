package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of an e-mail address behind the @. */
final class EmailDomain {

    private static final int MAX = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern SHAPE = Pattern.compile("(" + LABEL + "\\.)*" + LABEL);

    private EmailDomain() {}

    /** In lower case, which is how domains compare. */
    static String check(Check check, String value) {
        String domain = value.toLowerCase(Locale.ROOT);
        boolean fits = domain.length() <= MAX && SHAPE.matcher(domain).matches();
        check.that(fits, "email_domain", "This is no domain.");
        return domain;
    }

    /** Exactly this domain: whoever owns a domain need not own what stands below it. */
    static boolean covers(String domain, String email) {
        return email.substring(email.lastIndexOf('@') + 1).equalsIgnoreCase(domain);
    }
}
