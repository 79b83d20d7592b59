package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moments of digests, all over the world and while the clocks change. */
class DigestTimesTest {

    private static Instant next(Digest rhythm, int hour, String zone, String after) {
        return DigestTimes.of(rhythm, hour, zone).next(Instant.parse(after), null);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,                8, 2026-11-21T07:59:59Z, 2026-11-21T08:00:00Z",
        "UTC,                8, 2026-11-21T08:00:00Z, 2026-11-22T08:00:00Z",
        "Europe/Berlin,      8, 2026-11-21T08:00:00Z, 2026-11-22T07:00:00Z",
        "America/Los_Angeles,8, 2026-11-21T08:00:00Z, 2026-11-21T16:00:00Z",
        "Asia/Kolkata,       8, 2026-11-21T00:00:00Z, 2026-11-21T02:30:00Z",
        "Asia/Kathmandu,     0, 2026-11-21T18:14:59Z, 2026-11-21T18:15:00Z",
        "Pacific/Kiritimati, 8, 2026-11-21T12:00:00Z, 2026-11-21T18:00:00Z",
        "Pacific/Niue,      23, 2026-11-21T12:00:00Z, 2026-11-22T10:00:00Z"
    })
    void the_hour_is_that_of_the_persons_own_clock(String zone, int hour, String after, Instant expected) {
        assertThat(next(Digest.DAILY, hour, zone, after)).isEqualTo(expected);
    }

    /**
     * Berlin goes forward on 29 March 2026 and back on 25 October 2026: two in the morning does not exist, and then exists
     * twice. Lord Howe Island moves by half an hour, and Beirut has no midnight once a year.
     */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    8, 2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z",
        "Europe/Berlin,    8, 2026-10-24T12:00:00Z, 2026-10-25T07:00:00Z",
        "Europe/Berlin,    2, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin,    2, 2026-03-29T01:00:00Z, 2026-03-30T00:00:00Z",
        "Europe/Berlin,    2, 2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
        "Europe/Berlin,    2, 2026-10-25T00:00:00Z, 2026-10-26T01:00:00Z",
        "Europe/Berlin,    2, 2026-10-25T00:59:59Z, 2026-10-26T01:00:00Z",
        "Australia/Lord_Howe, 2, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
        "Asia/Beirut,         0, 2026-03-28T12:00:00Z, 2026-03-28T22:00:00Z"
    })
    void the_clocks_may_change(String zone, int hour, String after, Instant expected) {
        assertThat(next(Digest.DAILY, hour, zone, after)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,              8, 2026-11-21T12:00:00Z, 2026-11-23T08:00:00Z",
        "UTC,              8, 2026-11-23T07:00:00Z, 2026-11-23T08:00:00Z",
        "UTC,              8, 2026-11-23T08:00:00Z, 2026-11-30T08:00:00Z",
        "Pacific/Auckland, 6, 2026-11-21T12:00:00Z, 2026-11-22T17:00:00Z",
        "Pacific/Honolulu, 6, 2026-11-23T12:00:00Z, 2026-11-23T16:00:00Z"
    })
    void a_weekly_one_comes_on_the_mondays_of_where_the_person_lives(
            String zone, int hour, String after, Instant expected) {
        assertThat(next(Digest.WEEKLY, hour, zone, after)).isEqualTo(expected);
    }

    @Test
    void a_year_has_one_for_each_of_its_days_whatever_the_clocks_do() {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")) {
            for (int hour : List.of(0, 1, 2, 3, 8, 23)) {
                DigestTimes times = DigestTimes.of(Digest.DAILY, hour, zone);
                List<LocalDate> days = new ArrayList<>();
                Instant end = Instant.parse("2026-12-31T00:00:00Z");
                for (Instant at = Instant.parse("2026-01-01T12:00:00Z"); at.isBefore(end); ) {
                    at = times.next(at, null);
                    days.add(times.dayOf(at));
                }
                assertThat(days).doesNotHaveDuplicates().isSorted();
                assertThat(days.getFirst().plusDays(days.size() - 1L)).isEqualTo(days.getLast());
            }
        }
    }

    @Test
    void a_later_hour_or_another_zone_makes_no_second_one_on_the_same_day() {
        DigestTimes later = DigestTimes.of(Digest.DAILY, 18, "Europe/Berlin");
        assertThat(later.next(Instant.parse("2026-11-21T07:00:00Z"), LocalDate.parse("2026-11-21")))
                .isEqualTo(Instant.parse("2026-11-22T17:00:00Z"));
        DigestTimes weekly = DigestTimes.of(Digest.WEEKLY, 18, "Europe/Berlin");
        assertThat(weekly.next(Instant.parse("2026-11-23T07:00:00Z"), LocalDate.parse("2026-11-23")))
                .isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    @Test
    void a_zone_that_is_not_known_any_more_counts_as_utc() {
        assertThat(next(Digest.DAILY, 8, "Mars/Olympus", "2026-11-21T07:00:00Z"))
                .isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    }
}
