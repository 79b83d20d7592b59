package io.tandem.bench;

import java.util.List;

/** One line of a plot. */
record Series(String name, List<Point> points) {

    record Point(double x, double y) {}

    boolean isEmpty() {
        return points.isEmpty();
    }
}
