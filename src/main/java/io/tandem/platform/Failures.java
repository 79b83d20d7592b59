package io.tandem.platform;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a failure of the outside world means to a client. */
public final class Failures {

    /** Two transactions stood in each other's way; PostgreSQL ended one of them, it may simply run again. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private static final String UNIQUE_VIOLATION = "23505";

    private static final int INTERNAL = 500;

    private Failures() {}

    /** The problem this failure is answered with, or null where nobody foresaw it. */
    public static @Nullable Problem known(Throwable failure) {
        if (failure instanceof Problem problem) return problem;
        if (failure instanceof PgException pg) return isOutage(pg) ? Problem.unavailable() : null;
        if (failure instanceof IOException || failure instanceof TimeoutException || failure instanceof VertxException)
            return Problem.unavailable();
        return null;
    }

    /** Whether what was asked for may have happened all the same: its answer was lost on the way, or never came. */
    public static boolean isUncertain(Throwable failure) {
        Problem known = known(failure);
        return known != null && known != failure;
    }

    /**
     * The one line about an answer that is the server's fault, with the ids of what was answered; what is the client's
     * fault leaves none. Why it failed stands in a line before, where it was seen.
     */
    public static void report(Logger log, String what, Problem problem) {
        if (problem.status() == INTERNAL) log.error("{} was answered {} {}", what, problem.status(), problem.code());
        else if (problem.status() > INTERNAL) log.warn("{} was answered {} {}", what, problem.status(), problem.code());
    }

    /** Class 08: connection, 53: resources, 57P0x: shut down or starting, 57014: took longer than it may. */
    private static boolean isOutage(PgException pg) {
        String state = String.valueOf(pg.getSqlState());
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    public static boolean mayRunAgain(Throwable failure) {
        return failure instanceof PgException pg && AGAIN.contains(String.valueOf(pg.getSqlState()));
    }

    public static boolean violates(Throwable failure, String constraint) {
        return failure instanceof PgException pg
                && UNIQUE_VIOLATION.equals(pg.getSqlState())
                && constraint.equals(pg.getConstraint());
    }
}
