package io.tandem.notifications;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When somebody's digest is due: at an hour of their own clock, every day or every Monday. Where the clocks go forward
 * over that hour it comes as much later, where they go back it comes the first time only.
 *
 * @param hour 0 to 23
 */
record DigestTimes(Digest rhythm, int hour, ZoneId zone) {

    /** @param zone a name; one that this Java does not know any more counts as UTC */
    static DigestTimes of(Digest rhythm, int hour, String zone) {
        return new DigestTimes(rhythm, hour, zoneOf(zone));
    }

    static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** The first moment after another, not on the day of the last digest. */
    Instant next(Instant after, @Nullable LocalDate lastDay) {
        LocalDate day = onRhythm(after.atZone(zone).toLocalDate());
        while (!moment(day).isAfter(after) || day.equals(lastDay)) day = onRhythm(day.plusDays(1));
        return moment(day);
    }

    private LocalDate onRhythm(LocalDate day) {
        return rhythm == Digest.WEEKLY ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : day;
    }

    private Instant moment(LocalDate day) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    /** The day a moment falls on there. */
    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** What a first digest looks back on: one rhythm. */
    Instant before(Instant moment) {
        return moment.atZone(zone).minusDays(days()).toInstant();
    }

    /** How far ahead due dates are told. */
    Instant beyond(Instant moment) {
        return moment.atZone(zone).plusDays(days()).toInstant();
    }

    private int days() {
        return rhythm == Digest.WEEKLY ? 7 : 1;
    }
}
