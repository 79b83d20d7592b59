package io.tandem.bench;

/**
 * What the JVM of the server holds, in bytes, right after a full collection; NaN where it is not known.
 *
 * @param resident pages of the process in memory, those of the heap that are free again among them
 * @param live what is reachable on the heap
 * @param outside resident pages that are not of the heap: buffers, stacks, classes, compiled code
 */
record Memory(double resident, double live, double outside) {

    static final Memory UNKNOWN = new Memory(Double.NaN, Double.NaN, Double.NaN);
}
