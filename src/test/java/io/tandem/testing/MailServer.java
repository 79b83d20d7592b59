package io.tandem.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A real mail server that keeps what it gets, behind a gate that does what networks and stubborn servers do. */
public final class MailServer implements AutoCloseable {

    public static final String FROM = "Tandem <tandem@tandem.example>";
    public static final String HOME = "https://tandem.example";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MS = 20;

    public static final String KEY_STORE_PASSWORD = "changeit";

    private final GreenMail server;
    private final int port;
    private final MailGate gate;

    private MailServer(GreenMail server, int port) {
        this.server = server;
        this.port = port;
        this.gate = new MailGate(port);
    }

    /** Lets everybody in. */
    public static MailServer start() {
        return start(new GreenMailConfiguration().withDisabledAuthentication());
    }

    /** Lets in who signs in. */
    public static MailServer start(String user, String password) {
        return start(new GreenMailConfiguration().withUser(user, password));
    }

    private static MailServer start(GreenMailConfiguration configuration) {
        return start(configuration, ServerSetup.PROTOCOL_SMTP);
    }

    /** Encrypts from the beginning, and shows a certificate for 127.0.0.1. The gate does not understand it. */
    public static MailServer startEncrypted(Path keyStore) {
        System.setProperty("greenmail.tls.keystore.file", keyStore.toString());
        System.setProperty("greenmail.tls.keystore.password", KEY_STORE_PASSWORD);
        return start(new GreenMailConfiguration().withDisabledAuthentication(), ServerSetup.PROTOCOL_SMTPS);
    }

    private static MailServer start(GreenMailConfiguration configuration, String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.withConfiguration(configuration).start();
        boolean isEncrypted = protocol.equals(ServerSetup.PROTOCOL_SMTPS);
        return new MailServer(
                server,
                isEncrypted ? server.getSmtps().getPort() : server.getSmtp().getPort());
    }

    /** A key store with a fresh certificate that nobody vouches for. */
    public static Path makeKeyStore(Path file) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> words = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=mail",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storepass",
                KEY_STORE_PASSWORD,
                "-keystore",
                file.toString());
        try {
            if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) throw new IOException("keytool failed");
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public MailGate gate() {
        return gate;
    }

    /** What {@code mail.uri} takes. */
    public String uri() {
        return "smtp://127.0.0.1:" + gate.port();
    }

    /** The same past the gate, encrypted from the beginning. */
    public String encryptedUri() {
        return "smtps://127.0.0.1:" + port;
    }

    /** Settings of a Tandem that sends its mails here, at once. */
    public Map<String, String> settings() {
        return Map.of(
                "mail.uri",
                uri(),
                "mail.from",
                FROM,
                "public.url",
                HOME,
                "mail.delay_seconds",
                "0",
                "mail.interval_seconds",
                "0");
    }

    /** A mail as it came. */
    public record Mail(MimeMessage message, String to) {

        public String subject() {
            return read(message::getSubject);
        }

        public List<String> header(String name) {
            String[] values = read(() -> message.getHeader(name));
            return values == null ? List.of() : Arrays.asList(values);
        }

        public String text() {
            return part("text/plain");
        }

        public String html() {
            return part("text/html");
        }

        private String part(String type) {
            return read(() -> {
                MimeMultipart parts = (MimeMultipart) message.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart part = parts.getBodyPart(i);
                    if (part.isMimeType(type))
                        return String.valueOf(part.getContent()).replace("\r\n", "\n");
                }
                throw new AssertionError("No " + type);
            });
        }

        private static <T> T read(Reading<T> reading) {
            try {
                return reading.read();
            } catch (MessagingException | IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private interface Reading<T> {
            T read() throws MessagingException, IOException;
        }
    }

    /** All that has come for somebody so far. */
    public List<Mail> mails(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> new Mail(message, recipient(message)))
                .filter(mail -> mail.to().equalsIgnoreCase(to))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        return Mail.read(() -> message.getAllRecipients()[0].toString());
    }

    /** Waits for the first mail to somebody. */
    public Mail next(String to) {
        return until(to, mails -> !mails.isEmpty()).getFirst();
    }

    /** Waits until what came for somebody is as it should be. */
    public List<Mail> until(String to, Predicate<List<Mail>> enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<Mail> mails = mails(to);
            if (enough.test(mails)) return mails;
            server.waitForIncomingEmail(LOOK_MS, server.getReceivedMessages().length + 1);
        }
        throw new AssertionError("Not the mails that were waited for: " + mails(to));
    }

    @Override
    public void close() {
        gate.close();
        server.stop();
    }
}
