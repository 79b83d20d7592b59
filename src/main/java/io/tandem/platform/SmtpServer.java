package io.tandem.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The server that takes mails for delivery.
 *
 * @param login empty where it asks for none
 */
public record SmtpServer(String host, int port, Tls tls, Optional<Login> login) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int PORT_MAX = 65_535;

    /** When a connection is encrypted: from its beginning, by STARTTLS always or when it is offered, or never. */
    public enum Tls {
        AT_ONCE,
        REQUIRED,
        OFFERED,
        OFF
    }

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    static boolean isAddress(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** Fails with {@link IllegalArgumentException}, whose message must not be shown: it holds the password. */
    static SmtpServer parse(String text) {
        try {
            URI uri = new URI(text);
            boolean hasPath = uri.getRawPath() != null && !uri.getRawPath().matches("/?");
            if (uri.getHost() == null || hasPath || uri.getRawFragment() != null || uri.getPort() > PORT_MAX)
                throw new IllegalArgumentException("Not an address of a server");
            Tls tls = tls(String.valueOf(uri.getScheme()), Optional.ofNullable(uri.getRawQuery()));
            int usual = tls == Tls.AT_ONCE ? SUBMISSIONS : SUBMISSION;
            String host = uri.getHost().replaceAll("[\\[\\]]", "");
            return new SmtpServer(
                    host,
                    uri.getPort() < 0 ? usual : uri.getPort(),
                    tls,
                    Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::login));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Tls tls(String scheme, Optional<String> query) {
        if (scheme.equals("smtps") && query.isEmpty()) return Tls.AT_ONCE;
        if (!scheme.equals("smtp")) throw new IllegalArgumentException("Not smtp");
        return switch (query.orElse("")) {
            case "" -> Tls.OFFERED;
            case "tls=required" -> Tls.REQUIRED;
            case "tls=off" -> Tls.OFF;
            default -> throw new IllegalArgumentException("Not a way to encrypt");
        };
    }

    private static Login login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty()) throw new IllegalArgumentException("A user and a password");
        return new Login(decoded(parts[0]), decoded(parts[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without who signs in. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
