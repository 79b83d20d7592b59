package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What one scenario, or one step of it, came to. */
record Result(String scenario, List<Figure> parameters, List<Figure> figures) {

    private static final double MEGA = 1 << 20;
    private static final double[] PERCENTILES = {50, 95, 99, 99.9};

    double figure(String name) {
        return value(figures, name);
    }

    double parameter(String name) {
        return value(parameters, name);
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Gathers the figures of a result in the order they are read. */
    static final class Sheet {

        private final List<Figure> figures = new ArrayList<>();

        Sheet add(String name, double value, String unit) {
            figures.add(Figure.of(name, value, unit));
            return this;
        }

        Sheet add(String name, double value) {
            return add(name, value, "");
        }

        Sheet latency(String name, Histogram nanos) {
            for (double percentile : PERCENTILES) {
                add(name + " " + point(percentile), nanos.getValueAtPercentile(percentile) / 1e6, "ms");
            }
            return add(name + " max", nanos.getMaxValue() / 1e6, "ms");
        }

        Sheet written(Written written) {
            for (double percentile : PERCENTILES) {
                add("commit→written " + point(percentile), written.percentile(percentile), "ms");
            }
            return this;
        }

        private static String point(double percentile) {
            return percentile == Math.rint(percentile) ? "p" + (int) percentile : "p" + percentile;
        }

        Sheet memory(Memory memory) {
            add("resident", memory.resident() / MEGA, "MB").add("live heap", memory.live() / MEGA, "MB");
            return add("outside heap", memory.outside() / MEGA, "MB");
        }

        Sheet usage(Window window) {
            Usage usage = window.usage();
            add("server cpu", 100 * usage.server() / window.seconds(), "%");
            add("postgres cpu", 100 * usage.postgres() / window.seconds(), "%");
            add("others on the server's core", 100 * usage.others() / window.seconds(), "%");
            return add("tool cpu", 100 * usage.tool() / window.seconds(), "%");
        }

        /** What must be nought, of the whole run. */
        Sheet faults(Tally tally) {
            add("lost", tally.lost).add("doubled", tally.doubled).add("errors", tally.errors);
            return add("resyncs", tally.resyncs).add("disconnects", tally.disconnects);
        }

        List<Figure> figures() {
            return List.copyOf(figures);
        }
    }
}
