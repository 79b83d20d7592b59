package io.tandem.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When somebody's next digest is due, and what that was worked out from.
 *
 * @param zone the name of the person's time zone
 * @param lastAt up to when the last digest told; null where there was none yet
 * @param lastDay the day the last one was for
 */
record DigestPlan(
        UUID person,
        Digest rhythm,
        int hour,
        String zone,
        Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable LocalDate lastDay) {

    DigestTimes times() {
        return DigestTimes.of(rhythm, hour, zone);
    }

    /** The day it is for, where the person lives. */
    LocalDate day() {
        return times().dayOf(nextAt);
    }

    /** From when on it tells what happened. */
    Instant since() {
        return lastAt == null ? times().before(nextAt) : lastAt;
    }

    /** Worked out anew, counted from a moment on. */
    DigestPlan from(Instant now) {
        return new DigestPlan(person, rhythm, hour, zone, times().next(now, lastDay), lastAt, lastDay);
    }

    /** The one after this one has been told. */
    DigestPlan after(Instant now) {
        Instant told = now.isBefore(nextAt) ? nextAt : now;
        return new DigestPlan(person, rhythm, hour, zone, times().next(told, day()), told, day());
    }
}
