package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the commit until the frames were written, as the server itself counts it in {@code tandem_live_delivery_seconds}: no
 * client can know when a commit was. As exact as the bounds of that histogram.
 *
 * @param bounds seconds, the last is infinite
 * @param counts how often it took no longer than the bound
 */
record Written(List<Double> bounds, List<Double> counts) {

    static final Written UNKNOWN = new Written(List.of(), List.of());

    private static final Pattern BUCKET =
            Pattern.compile("(?m)^tandem_live_delivery_seconds_bucket\\{.*?le=\"([^\"]+)\".*?} (\\S+)");

    /** @param metrics in the text format of Prometheus */
    static Written parse(String metrics) {
        List<Double> bounds = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        Matcher bucket = BUCKET.matcher(metrics);
        while (bucket.find()) {
            bounds.add(bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(1)));
            counts.add(Double.parseDouble(bucket.group(2)));
        }
        return new Written(bounds, counts);
    }

    Written since(Written before) {
        if (counts.size() != before.counts.size()) return UNKNOWN;
        List<Double> more = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) more.add(counts.get(i) - before.counts.get(i));
        return new Written(bounds, more);
    }

    /** Milliseconds, within a bucket every value taken for as likely; NaN where nothing was written. */
    double percentile(double percent) {
        if (counts.isEmpty() || counts.getLast() == 0) return Double.NaN;
        double rank = counts.getLast() * percent / 100;
        int bucket = 0;
        while (counts.get(bucket) < rank) bucket++;
        double from = bucket == 0 ? 0 : bounds.get(bucket - 1);
        double below = bucket == 0 ? 0 : counts.get(bucket - 1);
        if (Double.isInfinite(bounds.get(bucket))) return 1000 * from;
        return 1000 * (from + (bounds.get(bucket) - from) * (rank - below) / (counts.get(bucket) - below));
    }
}
