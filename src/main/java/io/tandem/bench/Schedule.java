package io.tandem.bench;

/** When something is due that happens so often. Being late with one does not move the next. */
record Schedule(long startNanos, double perSecond) {

    private static final double NANOS = 1e9;

    /** @param number of the first is 0 */
    long due(long number) {
        return startNanos + (long) (number * NANOS / perSecond);
    }
}
