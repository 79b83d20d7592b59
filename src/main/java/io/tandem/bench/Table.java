package io.tandem.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers for people. */
final class Table {

    private Table() {}

    static String of(List<Figure> figures) {
        int width = figures.stream()
                .mapToInt(figure -> figure.name().length())
                .max()
                .orElse(0);
        return figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "  %-" + width + "s %12s %s%n",
                        figure.name(),
                        number(figure.value()),
                        figure.unit()))
                .collect(Collectors.joining());
    }

    /** As exact as a measurement is: three digits behind those before the point, no more. */
    static String number(double value) {
        if (!Double.isFinite(value)) return "—";
        if (value == Math.rint(value) || Math.abs(value) >= 100)
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
