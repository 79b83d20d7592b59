package io.tandem.bench;

/**
 * Processor time in seconds; NaN where it is not known.
 *
 * @param server of the JVM of the server
 * @param postgres of all processes of its PostgreSQL
 * @param tool of this process
 * @param core of everything that ran on the core the server is held on
 */
record Usage(double server, double postgres, double tool, double core) {

    static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    Usage since(Usage before) {
        return new Usage(server - before.server, postgres - before.postgres, tool - before.tool, core - before.core);
    }

    /** What was taken from the server by those who have nothing to do with it. */
    double others() {
        return Math.max(0, core - both());
    }

    double both() {
        return server + postgres;
    }
}
