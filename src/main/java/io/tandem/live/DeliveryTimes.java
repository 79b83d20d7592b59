package io.tandem.live;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Percentiles in milliseconds, as exact as the histogram's bounds: within them every value counts as likely. */
record DeliveryTimes(double p50, double p95, double p99) {

    /** Null before the first sample. */
    static @Nullable DeliveryTimes of(Timer timer) {
        CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
        double count = timer.count();
        if (count == 0) return null;
        return new DeliveryTimes(
                percentile(buckets, count * 0.5), percentile(buckets, count * 0.95), percentile(buckets, count * 0.99));
    }

    /** What lies beyond the last bound is told as that bound. */
    private static double percentile(CountAtBucket[] buckets, double rank) {
        double below = 0;
        double from = 0;
        for (CountAtBucket bucket : buckets) {
            double to = bucket.bucket(TimeUnit.MILLISECONDS);
            if (Double.isInfinite(to)) break;
            if (bucket.count() >= rank) return rounded(from + (to - from) * (rank - below) / (bucket.count() - below));
            below = bucket.count();
            from = to;
        }
        return from;
    }

    private static double rounded(double ms) {
        return Math.round(ms * 100) / 100.0;
    }
}
