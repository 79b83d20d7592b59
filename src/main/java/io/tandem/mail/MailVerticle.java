package io.tandem.mail;

import io.tandem.platform.Mailbox;
import io.tandem.platform.Meters;
import io.tandem.platform.Rounds;
import io.tandem.platform.Settings;
import io.tandem.platform.SmtpServer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the outbox. One per process; without a mail server it only says so. */
public final class MailVerticle extends VerticleBase {

    private static final Logger logger = LoggerFactory.getLogger(MailVerticle.class);

    private static final long ROUND_MS = 1_000;
    private static final long TIDY_MS = 15_000;

    /** More than a round of letters can take, even where the server answers nothing any more. */
    private static final long GIVEN_UP_MS = 480_000;

    private static final long FAREWELL_MS = 8_000;

    private final Pool pool;
    private final Settings settings;
    private final Meters meters;
    private @Nullable Running running;

    private record Running(Smtp smtp, Sender sender, Rounds rounds, Rounds tidying) {}

    public MailVerticle(Pool pool, Settings settings, Meters meters) {
        this.pool = pool;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public Future<?> start() {
        Optional<SmtpServer> server = settings.mail().uri();
        if (server.isEmpty()) logger.info("No mail.uri: no mails are sent");
        else send(server.get());
        return Future.succeededFuture();
    }

    private void send(SmtpServer server) {
        Mailbox from = settings.mail().from().orElseGet(this::ownMailbox);
        logger.info("Mails go out over {} from {}", server, from.address());
        Smtp smtp = new Smtp(vertx, server, from, Sender.LANES);
        Sender sender = new Sender(vertx, pool, smtp, new MailMeters(meters));
        Rounds rounds = new Rounds(vertx, "Sending mails", ROUND_MS, GIVEN_UP_MS, sender::round);
        Rounds tidying = new Rounds(vertx, "Tidying the outbox", TIDY_MS, GIVEN_UP_MS, sender::tidy);
        running = new Running(smtp, sender, rounds, tidying);
        rounds.now();
        tidying.now();
    }

    private Mailbox ownMailbox() {
        String host = settings.publicUrl().map(URI::getHost).orElse("localhost");
        return new Mailbox("Tandem", "tandem@" + host.replaceAll("[\\[\\]]", ""));
    }

    /** Letters under way arrive; what hangs is left, and found to be uncertain later. */
    @Override
    public Future<?> stop() {
        Running last = running;
        if (last == null) return Future.succeededFuture();
        last.sender().stop();
        return Future.join(last.rounds().stop(), last.tidying().stop())
                .timeout(FAREWELL_MS, TimeUnit.MILLISECONDS)
                .otherwiseEmpty()
                .eventually(
                        () -> last.smtp().close().timeout(1, TimeUnit.SECONDS).otherwiseEmpty());
    }
}
