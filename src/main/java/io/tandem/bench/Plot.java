package io.tandem.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A picture of some lines, as SVG that can be read on a light page and on a dark one.
 *
 * @param logarithmic whether the y axis goes by powers of ten
 */
record Plot(String title, String x, String y, boolean logarithmic, List<Series> lines) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int TICKS = 5;
    /** Apart for the colour-blind too, and from white and from black. */
    private static final List<String> COLORS = List.of("#3b82c4", "#d97706", "#2f9e63", "#a855a8", "#8a8a8a");

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                text { font: 13px system-ui, sans-serif; fill: #24292f }
                .grid { stroke: #8888; stroke-width: 0.5 }
                .line { fill: none; stroke-width: 2 }
                @media (prefers-color-scheme: dark) { text { fill: #d0d7de } }
                </style>
                """, WIDTH, HEIGHT, title));
        text(svg, LEFT, TOP - 18, "start", title);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", x);
        text(svg, 12, TOP - 18, "start", y);
        grid(svg);
        for (int i = 0; i < lines.size(); i++) line(svg, lines.get(i), COLORS.get(i % COLORS.size()), i);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        yTicks().forEach(tick -> {
            add(
                    svg,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                    LEFT,
                    yAt(tick),
                    WIDTH - RIGHT,
                    yAt(tick));
            text(svg, LEFT - 8, yAt(tick) + 4, "end", Table.number(tick));
        });
        for (int i = 0; i <= TICKS; i++) {
            double tick = xMax() * i / TICKS;
            text(svg, xAt(tick), HEIGHT - BOTTOM + 18, "middle", Table.number(tick));
        }
    }

    private Stream<Double> yTicks() {
        if (!logarithmic) return Stream.iterate(0, i -> i <= TICKS, i -> i + 1).map(i -> yMax() * i / TICKS);
        return Stream.iterate(yMin(), tick -> tick <= yMax() * 1.001, tick -> tick * 10);
    }

    private void line(StringBuilder svg, Series series, String color, int number) {
        if (series.isEmpty()) return;
        svg.append("<polyline class=\"line\" stroke=\"").append(color).append("\" points=\"");
        series.points().forEach(point -> add(svg, "%.1f,%.1f ", xAt(point.x()), yAt(point.y())));
        svg.append("\"/>\n");
        series.points()
                .forEach(point -> add(
                        svg,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                        xAt(point.x()),
                        yAt(point.y()),
                        color));
        double at = TOP + 10 + number * 20;
        add(
                svg,
                "<rect x=\"%d\" y=\"%.1f\" width=\"12\" height=\"3\" fill=\"%s\"/>%n",
                WIDTH - RIGHT + 12,
                at - 5,
                color);
        text(svg, WIDTH - RIGHT + 30, at, "start", series.name());
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private double xAt(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * value / xMax();
    }

    private double yAt(double value) {
        double part = logarithmic
                ? Math.log10(Math.max(value, yMin()) / yMin()) / Math.log10(yMax() / yMin())
                : value / yMax();
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part;
    }

    private double xMax() {
        return Math.max(most(Series.Point::x), Double.MIN_NORMAL);
    }

    private double yMax() {
        double most = Math.max(most(Series.Point::y), Double.MIN_NORMAL);
        if (logarithmic) return Math.max(yMin() * 10, Math.pow(10, Math.ceil(Math.log10(most))));
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        return Math.ceil(most / step) * step;
    }

    private double yMin() {
        double least = values(Series.Point::y).min(Double::compare).orElse(1.0);
        return Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-3))));
    }

    private double most(ToDoubleFunction<Series.Point> value) {
        return values(value).max(Double::compare).orElse(1.0);
    }

    private Stream<Double> values(ToDoubleFunction<Series.Point> value) {
        return lines.stream().flatMap(series -> series.points().stream()).map(value::applyAsDouble);
    }
}
