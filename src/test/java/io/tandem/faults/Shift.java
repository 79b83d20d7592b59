package io.tandem.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When people work, bring to an end what they have begun, and go home. */
final class Shift {

    private final CountDownLatch workDone = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    boolean isWork() {
        return workDone.getCount() > 0;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Nothing new is begun from now on. */
    void endWork() {
        workDone.countDown();
    }

    void end() {
        endWork();
        over.countDown();
    }

    /** Waits this long, or until everybody goes home. */
    void pause(Duration time) {
        try {
            over.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
