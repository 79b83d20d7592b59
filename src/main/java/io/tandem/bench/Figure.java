package io.tandem.bench;

/**
 * One number of a result.
 *
 * @param name words of lower case, the key in JSON with underscores
 * @param unit such as {@code /s} or {@code ms}; empty for a count
 */
record Figure(String name, double value, String unit) {

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit);
    }

    String key() {
        return (name + (unit.isEmpty() ? "" : "_" + unit))
                .replace("/s", "per_second")
                .replace("%", "percent")
                .replace("→", "_to_")
                .replace("'s", "")
                .replaceAll("[ .]", "_");
    }
}
