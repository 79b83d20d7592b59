package io.tandem.testing;

import java.lang.management.ManagementFactory;

/** How much this process still holds when everything that may go has gone. */
public final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    public static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
