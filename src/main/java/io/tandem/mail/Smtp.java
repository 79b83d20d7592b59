package io.tandem.mail;

import io.tandem.mail.Outcome.Kind;
import io.tandem.platform.Mailbox;
import io.tandem.platform.SmtpServer;
import io.tandem.platform.SmtpServer.Tls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/** Hands letters to the mail server, and says how certain it is what became of each. */
final class Smtp {

    private static final int CONNECT_MS = 10_000;

    /** A server that says nothing for so long is hung up on. */
    private static final int SILENCE_SECONDS = 60;

    private static final int KEPT_SECONDS = 20;
    private static final int LETTERS_PER_CONNECTION = 100;

    /** Longer than any conversation in which both sides still talk. */
    private static final long HANDOVER_MS = 240_000;

    /** "Authentication required": says nothing about the letter. */
    private static final int LOGIN_MISSING = 530;

    private static final int WHY_MAX = 300;

    private final MailClient client;
    private final Mailbox from;

    /** @param connections at once */
    Smtp(Vertx vertx, SmtpServer server, Mailbox from, int connections) {
        this.from = from;
        client = MailClient.create(vertx, config(server, from, connections));
    }

    private static MailConfig config(SmtpServer server, Mailbox from, int connections) {
        MailConfig config = new MailConfig()
                .setHostname(server.host())
                .setPort(server.port())
                .setSsl(server.tls() == Tls.AT_ONCE)
                .setStarttls(startTls(server.tls()))
                .setLogin(server.login().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setOwnHostname(from.address().substring(from.address().indexOf('@') + 1))
                .setMaxPoolSize(connections)
                .setMaxMailsPerConnection(LETTERS_PER_CONNECTION)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
                .setUserAgent("tandem");
        config.setConnectTimeout(CONNECT_MS);
        config.setIdleTimeout(SILENCE_SECONDS);
        server.login().ifPresent(login -> config.setUsername(login.user()).setPassword(login.password()));
        return config;
    }

    private static StartTLSOptions startTls(Tls tls) {
        return switch (tls) {
            case REQUIRED -> StartTLSOptions.REQUIRED;
            case OFFERED -> StartTLSOptions.OPTIONAL;
            case OFF, AT_ONCE -> StartTLSOptions.DISABLED;
        };
    }

    /** Always succeeds. */
    Future<Outcome> hand(Sealed letter) {
        Handover handover = new Handover(letter, from);
        return client.sendMail(handover)
                .timeout(HANDOVER_MS, TimeUnit.MILLISECONDS)
                .map(taken -> new Outcome(Kind.SENT, ""))
                .otherwise(failure -> outcome(handover, failure));
    }

    private static Outcome outcome(Handover handover, Throwable failure) {
        String why = Lines.one(String.valueOf(failure.getMessage()), WHY_MAX);
        if (handover.withdraw()) return new Outcome(Kind.UNREACHABLE, why);
        if (!(failure instanceof SMTPException answer)) return new Outcome(Kind.UNCERTAIN, why);
        boolean isForGood = answer.isPermanent() && answer.getReplyCode() != LOGIN_MISSING;
        return new Outcome(isForGood ? Kind.REFUSED : Kind.LATER, why);
    }

    Future<Void> close() {
        return client.close();
    }
}
