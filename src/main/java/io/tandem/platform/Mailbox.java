package io.tandem.platform;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail goes or comes from. What can be one is far less than the standards allow: nothing in it can end a header,
 * name a second recipient or need quoting.
 *
 * @param name what stands before the address; may be empty
 * @param address in ASCII
 */
public record Mailbox(String name, String address) {

    private static final int ADDRESS_MAX = 254;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern WITH_NAME = Pattern.compile("([^<>\",;:\\\\\\p{Cntrl}]*)<([^<>]*)>");

    /** The address of somebody, empty where no mail can be sent to it. */
    public static Optional<Mailbox> of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) return Optional.empty();
        String domain = ascii(address.substring(at + 1));
        String local = address.substring(0, at);
        boolean isOne = domain != null
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && local.length() + domain.length() < ADDRESS_MAX;
        return isOne ? Optional.of(new Mailbox("", local + "@" + domain)) : Optional.empty();
    }

    private static @Nullable String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return null;
        }
    }

    static boolean isMailbox(String text) {
        return read(text).isPresent();
    }

    /** {@code tandem@example.org} or {@code Tandem <tandem@example.org>}. */
    static Mailbox parse(String text) {
        return read(text).orElseThrow();
    }

    private static Optional<Mailbox> read(String text) {
        Matcher named = WITH_NAME.matcher(text);
        if (!named.matches()) return of(text);
        return of(named.group(2)).map(bare -> new Mailbox(named.group(1).strip(), bare.address()));
    }

    /** As it stands in a header. */
    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
