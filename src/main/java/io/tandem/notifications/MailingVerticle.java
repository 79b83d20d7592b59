package io.tandem.notifications;

import io.tandem.accounts.Secrets;
import io.tandem.journal.Journal;
import io.tandem.mail.Outbox;
import io.tandem.platform.Bus;
import io.tandem.platform.Rounds;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts notifications and digests into the outbox, and serves the links at the end of mails; those work also where no mails
 * are sent any more. One per instance.
 */
public final class MailingVerticle extends VerticleBase {

    private static final long MAILING_MS = 2_000;

    /** A round that takes longer hangs. */
    private static final long GIVEN_UP_MS = 600_000;

    private final Bus bus;
    private final Settings.Notifications settings;
    private final Outbox outbox;
    private final Unsubscribing unsubscribing;
    private final Mailing mailing;
    private final Digests digests;
    private final List<Rounds> rounds = new ArrayList<>();

    public MailingVerticle(Pool pool, Bus bus, Journal journal, Settings settings, Secrets secrets) {
        this.bus = bus;
        this.settings = settings.notifications();
        outbox = new Outbox(settings);
        UnsubscribeTokens tokens = new UnsubscribeTokens(secrets);
        MailingLetter letters = new MailingLetter(outbox, tokens);
        unsubscribing = new Unsubscribing(pool, journal, tokens);
        mailing = new Mailing(pool, outbox, letters, settings.mail());
        digests = new Digests(pool, outbox, new DigestLetter(outbox, letters));
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(UnsubscribeAddresses.PREVIEW, unsubscribing::preview);
        bus.serveQuestions(UnsubscribeAddresses.UNSUBSCRIBE, unsubscribing::unsubscribe);
        if (!outbox.isOpen()) return Future.succeededFuture();
        rounds.add(new Rounds(vertx, "Mailing notifications", MAILING_MS, GIVEN_UP_MS, mailing::round));
        long digestsMs = settings.dueCheckSeconds() * 1_000L;
        rounds.add(new Rounds(vertx, "Digests", digestsMs, GIVEN_UP_MS, digests::round));
        rounds.forEach(Rounds::now);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return Future.join(rounds.stream().map(Rounds::stop).toList());
    }
}
