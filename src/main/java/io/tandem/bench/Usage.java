package io.tandem.bench;

/**
 * Processor time in seconds; NaN where it is not known.
 *
 * @param server of the JVM of the server
 * @param postgres of all processes of its PostgreSQL
 * @param tool of this process
 */
record Usage(double server, double postgres, double tool) {

    static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN, Double.NaN);

    Usage since(Usage before) {
        return new Usage(server - before.server, postgres - before.postgres, tool - before.tool);
    }

    double both() {
        return server + postgres;
    }
}
