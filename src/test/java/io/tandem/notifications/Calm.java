package io.tandem.notifications;

import io.tandem.testing.DatabaseSession;
import io.tandem.testing.TestDatabase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until everybody has been told of everything that has happened. */
public final class Calm implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private static final String BEHIND = """
            SELECT count(*) FROM journal_event e JOIN journal_head h ON h.log_id = e.log_id AND NOT h.personal
            LEFT JOIN notifications_position p ON p.log_id = e.log_id WHERE e.seq > coalesce(p.seq, 0) AND
            """ + Notable.SQL;

    private final DatabaseSession database;

    public Calm(TestDatabase database) {
        this.database = new DatabaseSession(database);
    }

    public void await() {
        until(() -> behind() == 0);
    }

    /** How many notable events nobody has read. */
    long behind() {
        return Long.parseLong(database.read(BEHIND));
    }

    static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("It did not come to that");
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
