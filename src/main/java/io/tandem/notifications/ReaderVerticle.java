package io.tandem.notifications;

import io.tandem.accounts.Secrets;
import io.tandem.journal.Feed;
import io.tandem.journal.Feed.Committed;
import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.tandem.platform.Rounds;
import io.tandem.platform.Settings;
import io.tandem.workspaces.InviteReads;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the logs behind everybody who works, and looks at the clock for them. One per instance. */
public final class ReaderVerticle extends VerticleBase {

    /** A round that takes longer hangs. */
    private static final long GIVEN_UP_MS = 600_000;

    private static final long RETENTION_MS = 3_600_000;

    private final Pool pool;
    private final Journal journal;
    private final Bus bus;
    private final Settings.Notifications settings;
    private final NotificationMeters meters;
    private final LogReader reader;
    private final List<Rounds> rounds = new ArrayList<>();
    private @Nullable Readings readings;

    public ReaderVerticle(Pool pool, Bus bus, Journal journal, Settings settings, Secrets secrets, Meters meters) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.settings = settings.notifications();
        this.meters = new NotificationMeters(meters);
        this.reader = new LogReader(
                pool, journal, new FactSource(new InviteReads(secrets, settings.publicUrl())), this.meters);
    }

    @Override
    public Future<?> start() {
        Readings behind = new Readings(vertx, reader::step);
        readings = behind;
        bus.<Committed>hear(Feed.COMMITTED, behind::heard);
        Sweep sweep = new Sweep(pool, reader, meters);
        Reminders reminders = new Reminders(pool, journal, meters);
        Retention retention = new Retention(pool, journal, Duration.ofDays(settings.keepDays()));
        repeat("Notifications nobody made", settings.sweepSeconds() * 1_000L, sweep::round);
        repeat("Reminders", settings.dueCheckSeconds() * 1_000L, reminders::round);
        repeat("Old notifications", RETENTION_MS, retention::round);
        return Future.succeededFuture();
    }

    private void repeat(String name, long pauseMs, Supplier<Future<Void>> round) {
        Rounds repeated = new Rounds(vertx, name, pauseMs, GIVEN_UP_MS, round);
        rounds.add(repeated);
        repeated.now();
    }

    /** What is being told is told before the database goes. */
    @Override
    public Future<?> stop() {
        List<Future<?>> ends = new ArrayList<>(rounds.stream().map(Rounds::stop).toList());
        if (readings != null) ends.add(readings.stop());
        return Future.join(ends);
    }
}
