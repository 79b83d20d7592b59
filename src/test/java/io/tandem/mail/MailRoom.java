package io.tandem.mail;

import io.tandem.platform.Configuration;
import io.tandem.platform.Database;
import io.tandem.platform.Settings;
import io.tandem.testing.DatabaseSession;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts letters into the outbox of a database, and looks at what becomes of them there. */
final class MailRoom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Outbox outbox;

    MailRoom(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        Settings read = settings(vertx, settings);
        pool = Database.pool(vertx, database.uri(), read.database());
        outbox = new Outbox(read);
    }

    private static Settings settings(Vertx vertx, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) ->
                environment.put("TANDEM_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return TandemServer.await(Configuration.load(vertx, Optional.empty(), environment));
    }

    void put(Letter letter) {
        TandemServer.await(pool.withTransaction(tx -> outbox.put(tx, letter)));
    }

    /** Puts a letter in and takes it all back. */
    void putAndRollBack(Letter letter) {
        TandemServer.await(pool.withTransaction(
                        tx -> outbox.put(tx, letter).compose(done -> Future.<Void>failedFuture("It did not happen")))
                .otherwiseEmpty());
    }

    String state(String key) {
        return row(key, "state");
    }

    int attempts(String key) {
        return Integer.parseInt(row(key, "attempts"));
    }

    String error(String key) {
        return row(key, "error");
    }

    private String row(String key, String column) {
        for (Row row : TandemServer.await(
                pool.preparedQuery("SELECT " + column + "::text AS value FROM mail_letter WHERE key = $1")
                        .execute(Tuple.of(key)))) return String.valueOf(row.getString("value"));
        return "none";
    }

    /** Waits until a letter has got so far. */
    void untilState(String key, String state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!state(key).equals(state)) {
            if (System.nanoTime() > deadline) throw new AssertionError(key + " is " + state(key) + ": " + error(key));
        }
    }

    void untilAttempts(String key, int attempts) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (attempts(key) < attempts || state(key).equals("sending")) {
            if (System.nanoTime() > deadline) throw new AssertionError(key + ": " + attempts(key) + " attempts");
        }
    }

    /** Time passes, as far as letters are concerned. */
    void pass(Duration time) {
        try (DatabaseSession session = new DatabaseSession(database)) {
            String by = " - interval '" + time.toSeconds() + " seconds'";
            session.run("UPDATE mail_letter SET due_at = due_at" + by + ", claimed_at = claimed_at" + by
                    + ", created_at = created_at" + by);
        }
    }

    /** Leaves nothing to whoever comes next. */
    @Override
    public void close() {
        TandemServer.await(pool.query("DELETE FROM mail_letter").execute());
        TandemServer.await(pool.close());
        TandemServer.await(vertx.close());
    }
}
